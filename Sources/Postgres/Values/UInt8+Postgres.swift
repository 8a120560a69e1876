/// Not a value itself: an array of bytes is `bytea`.
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

    /// Appends `value` with its length before it: -1 where it is NULL.
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
