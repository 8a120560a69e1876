/// A Swift type that is sent and received as one binary value, or as NULL.
package protocol PostgresValue: Sendable {
    /// The type a parameter is sent as.
    static var type: PostgresType { get }
    /// The types that a result column may have.
    static var readable: [PostgresType] { get }
    /// The value for NULL; nil if NULL is not accepted.
    static var null: Self? { get }
    /// Whether this value is NULL.
    var isNull: Bool { get }
    /// The value as an SQL literal, for COPY, the one place where parameters are not allowed.
    var literal: String { get }
    /// Reads the type's binary form; nil if `wire` is not valid.
    init?(wire: Span<UInt8>)
    /// Appends the type's binary form.
    func encode(into wire: inout [UInt8])
}

extension PostgresValue {
    /// The type itself.
    package static var readable: [PostgresType] { [type] }
    /// Nil: NULL is not accepted.
    package static var null: Self? { nil }
    /// No.
    package var isNull: Bool { false }
}

/// A value that is not an array and never NULL.
package protocol PostgresScalar: PostgresValue, PostgresElement {}

extension PostgresScalar {
    /// A quoted literal of this type, with `text` as the type's text form.
    ///
    /// E'' treats backslashes the same way regardless of `standard_conforming_strings`.
    func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.reduce(into: "") { escaped, scalar in
            if scalar == "'" || scalar == "\\" { escaped.unicodeScalars.append(scalar) }
            escaped.unicodeScalars.append(scalar)
        }
        return "E'\(escaped)'::\(Self.type.name)"
    }
}

/// A type of the server: its OID, the OID of its array type, and its name in SQL.
///
/// The OIDs are those of PostgreSQL's `pg_type.dat`, which never change.
package struct PostgresType: Hashable, Sendable {
    /// The OID of the type.
    package let oid: UInt32
    /// The OID of its array type.
    package let arrayOID: UInt32
    /// The name in SQL.
    package let name: String

    /// The type of its one-dimensional arrays.
    package var array: PostgresType {
        PostgresType(oid: arrayOID, arrayOID: arrayOID, name: name + "[]")
    }
}

extension PostgresType {
    /// True or false.
    package static let bool = PostgresType(oid: 16, arrayOID: 1000, name: "boolean")
    /// Bytes.
    package static let bytea = PostgresType(oid: 17, arrayOID: 1001, name: "bytea")
    /// An identifier, up to 63 bytes.
    package static let name = PostgresType(oid: 19, arrayOID: 1003, name: "name")
    /// 64 bits, signed.
    package static let int8 = PostgresType(oid: 20, arrayOID: 1016, name: "bigint")
    /// 16 bits, signed.
    package static let int2 = PostgresType(oid: 21, arrayOID: 1005, name: "smallint")
    /// 32 bits, signed.
    package static let int4 = PostgresType(oid: 23, arrayOID: 1007, name: "integer")
    /// Text of any length.
    package static let text = PostgresType(oid: 25, arrayOID: 1009, name: "text")
    /// JSON, its text kept as written.
    package static let json = PostgresType(oid: 114, arrayOID: 199, name: "json")
    /// Text padded to a length.
    package static let bpchar = PostgresType(oid: 1042, arrayOID: 1014, name: "bpchar")
    /// Text up to a length.
    package static let varchar = PostgresType(oid: 1043, arrayOID: 1015, name: "varchar")
    /// A moment, in microseconds.
    package static let timestamptz = PostgresType(oid: 1184, arrayOID: 1185, name: "timestamptz")
    /// A UUID (RFC 9562).
    package static let uuid = PostgresType(oid: 2950, arrayOID: 2951, name: "uuid")
}

/// A type whose Swift arrays are one value of the server.
///
/// `UInt8` is one too, with `bytea` as its array: so the element type defines how its arrays are
/// encoded.
package protocol PostgresElement: Sendable {
    /// The type of the array.
    static var listType: PostgresType { get }
    /// The types an array is read from.
    static var readableLists: [PostgresType] { get }
    /// The array in SQL.
    static func literal(of list: [Self]) -> String
    /// Reads the binary form of the array; nil if `wire` is not valid.
    static func list(wire: Span<UInt8>) -> [Self]?
    /// Appends the binary form of the array.
    static func encode(_ list: [Self], into wire: inout [UInt8])
}

extension PostgresElement where Self: PostgresValue {
    /// The element's array type.
    package static var listType: PostgresType { type.array }
    /// The array types of the element's readable types.
    package static var readableLists: [PostgresType] { readable.map(\.array) }

    /// ARRAY[…] with the literals of its elements.
    package static func literal(of list: [Self]) -> String {
        "ARRAY[\(list.map(\.literal).joined(separator: ","))]::\(listType.name)"
    }

    /// Reads the format of the server's `array_send`: one dimension, or none if empty.
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

    /// Appends the format of the server's `array_recv`: one dimension, with lower bound 1.
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
