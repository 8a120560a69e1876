package import Foundation

// The types of an event's columns. A generic call into another module finds out for each column what
// it is to read, which takes longer than to read it; these are compiled for their types.
extension Row {
    /// Reads the next column, a `bigint`; `.decoding` where it is something else.
    package mutating func next() throws(PostgresError) -> Int64 { try read() }

    /// Reads the next column, a `smallint`; `.decoding` where it is something else.
    package mutating func next() throws(PostgresError) -> Int16 { try read() }

    /// Reads the next column, a `timestamptz`; `.decoding` where it is something else.
    package mutating func next() throws(PostgresError) -> Timestamp { try read() }

    /// Reads the next column, a `uuid`; `.decoding` where it is something else.
    package mutating func next() throws(PostgresError) -> UUID { try read() }

    /// Reads the next column, a text; `.decoding` where it is something else.
    package mutating func next() throws(PostgresError) -> String { try read() }

    /// Reads the next column, a text or NULL; `.decoding` where it is something else.
    package mutating func next() throws(PostgresError) -> String? { try read() }

    /// Reads the next column, a `bytea`; `.decoding` where it is something else.
    package mutating func next() throws(PostgresError) -> [UInt8] { try read() }

    /// Reads the next column, a `bytea` or NULL; `.decoding` where it is something else.
    package mutating func next() throws(PostgresError) -> [UInt8]? { try read() }

    /// Reads the next column, a `json` or NULL; `.decoding` where it is something else.
    package mutating func next() throws(PostgresError) -> JSONText? { try read() }
}
