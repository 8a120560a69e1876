/// A type whose Swift arrays are one value of the server.
///
/// `UInt8` is one too, and its array is `bytea`: hence the array's behaviour is the element's.
package protocol PostgresElement: Sendable {
    /// The type of the array.
    static var listType: PostgresType { get }
    /// The types an array is read from.
    static var readableLists: [PostgresType] { get }
    /// The array in SQL.
    static func literal(of list: [Self]) -> String
    /// Reads the binary form of the array; nil where `wire` is not that.
    static func list(wire: Span<UInt8>) -> [Self]?
    /// Appends the binary form of the array.
    static func encode(_ list: [Self], into wire: inout [UInt8])
}

extension PostgresElement where Self: PostgresValue {
    /// The element's array type.
    package static var listType: PostgresType { type.array }
    /// The array types of what the element is read from.
    package static var readableLists: [PostgresType] { readable.map(\.array) }

    /// ARRAY[…] with the literals of its elements.
    package static func literal(of list: [Self]) -> String {
        "ARRAY[\(list.map(\.literal).joined(separator: ","))]::\(listType.name)"
    }

    /// Reads the array form of the server's `array_send`: one dimension, or none where empty.
    package static func list(wire: Span<UInt8>) -> [Self]? {
        var reader = WireReader(wire)
        guard let dimensions = reader.integer(Int32.self), reader.integer(Int32.self) != nil,
            let oid = reader.integer(UInt32.self), readable.contains(where: { $0.oid == oid })
        else { return nil }
        if dimensions == 0 { return reader.isAtEnd ? [] : nil }
        guard dimensions == 1, let count = reader.integer(Int32.self), count >= 0,
            reader.integer(Int32.self) != nil
        else { return nil }
        return elements(Int(count), from: &reader)
    }

    private static func elements(_ count: Int, from reader: inout WireReader) -> [Self]? {
        var list: [Self] = []
        for _ in 0..<count {
            guard let cell = reader.cell() else { return nil }
            guard let element = cell.isNull ? Self.null : Self(wire: cell.bytes) else { return nil }
            list.append(element)
        }
        return reader.isAtEnd ? list : nil
    }

    /// Appends the form that the server's `array_recv` takes: one dimension, counted from 1.
    package static func encode(_ list: [Self], into wire: inout [UInt8]) {
        wire.append(bigEndian: Int32(list.isEmpty ? 0 : 1))
        wire.append(bigEndian: Int32(list.contains(where: \.isNull) ? 1 : 0))
        wire.append(bigEndian: type.oid)
        guard !list.isEmpty else { return }
        wire.append(bigEndian: Int32(clamping: list.count))
        wire.append(bigEndian: Int32(1))
        for element in list { wire.append(cell: element) }
    }
}
