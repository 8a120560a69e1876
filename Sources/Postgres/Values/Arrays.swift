extension Array: PostgresValue where Element: PostgresElement {
    /// The element's array type.
    package static var type: PostgresType { Element.listType }
    /// The array types that the element can be read from.
    package static var readable: [PostgresType] { Element.readableLists }
    /// The array in SQL.
    package var literal: String { Element.literal(of: self) }

    /// Reads an array of one dimension.
    package init?(wire: Span<UInt8>) {
        guard let list = Element.list(wire: wire) else { return nil }
        self = list
    }

    /// Appends the array.
    package func encode(into wire: inout [UInt8]) { Element.encode(self, into: &wire) }
}

extension Array: PostgresElement where Element == UInt8 {}

/// Not a scalar: an array of bytes is `bytea`.
extension UInt8: PostgresElement {
    /// `bytea`.
    package static var listType: PostgresType { .bytea }
    /// `bytea`.
    package static var readableLists: [PostgresType] { [.bytea] }

    /// The bytes in hexadecimal.
    package static func literal(of list: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".unicodeScalars)
        let text = list.reduce(into: "") { text, byte in
            text.unicodeScalars.append(digits[Int(byte >> 4)])
            text.unicodeScalars.append(digits[Int(byte & 15)])
        }
        return "'\\x\(text)'::bytea"
    }

    /// Takes the bytes as they are.
    package static func list(wire: Span<UInt8>) -> [UInt8]? { [UInt8](copying: wire) }

    /// Appends the bytes as they are.
    package static func encode(_ list: [UInt8], into wire: inout [UInt8]) {
        wire.append(contentsOf: list)
    }
}

extension [UInt8] {
    /// The bytes of `span`.
    init(copying span: Span<UInt8>) {
        self = unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
    }

    /// Appends `value` with its length before it: -1 if it is NULL.
    mutating func append(cell value: some PostgresValue) {
        guard !value.isNull else { return append(bigEndian: Int32(-1)) }
        let start = count
        append(bigEndian: Int32(0))
        value.encode(into: &self)
        let length = UInt32(clamping: count - start - 4)
        for place in 0..<4 {
            self[start + place] = UInt8(truncatingIfNeeded: length >> (24 - 8 * place))
        }
    }
}

extension Optional: PostgresValue where Wrapped: PostgresValue {
    /// The type of the wrapped value.
    package static var type: PostgresType { Wrapped.type }
    /// The readable types of the wrapped value.
    package static var readable: [PostgresType] { Wrapped.readable }
    /// `nil`.
    package static var null: Self? { .some(.none) }
    /// Whether there is no value, or the wrapped value is NULL.
    package var isNull: Bool { self?.isNull ?? true }
    /// The literal of the wrapped value, or NULL.
    package var literal: String { self?.literal ?? "NULL::\(Wrapped.type.name)" }

    /// Reads the wrapped value.
    package init?(wire: Span<UInt8>) {
        guard let value = Wrapped(wire: wire) else { return nil }
        self = .some(value)
    }

    /// Appends the wrapped value; NULL has no bytes.
    package func encode(into wire: inout [UInt8]) { self?.encode(into: &wire) }
}

extension Optional: PostgresElement where Wrapped: PostgresScalar {}
