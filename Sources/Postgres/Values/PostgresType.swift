/// A type of the server: its OID, that of its array, and the name that SQL has for it.
///
/// The OIDs are those of PostgreSQL's `pg_type.dat`, which never change.
package struct PostgresType: Hashable, Sendable {
    /// The number that stands for the type on the wire.
    package let oid: UInt32
    /// The number of its array type.
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
