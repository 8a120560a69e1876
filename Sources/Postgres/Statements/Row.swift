import CLibPQ
package import Foundation

/// One row of a result, read column by column; it cannot outlive the bytes that it borrows.
@safe
package struct Row: ~Escapable {
    /// The result with the row; nil if `tuple` has it.
    private let answer: OpaquePointer?
    private let index: Int32
    private var tuple: WireReader
    private let columnCount: Int
    private var column = 0

    /// The row at `index` of a complete result.
    @_lifetime(immortal)
    init(answer: OpaquePointer, index: Int32) {
        unsafe self.answer = answer
        self.index = index
        tuple = WireReader(Span())
        columnCount = Int(unsafe PQnfields(answer))
    }

    /// A row of a COPY, whose cells are read from `tuple`.
    @_lifetime(copy tuple)
    init(tuple: consuming WireReader, columnCount: Int) {
        unsafe answer = nil
        index = 0
        self.tuple = tuple
        self.columnCount = columnCount
    }

    /// Reads the next column; `.decoding` if it has another type, or is NULL and not optional.
    ///
    /// A COPY does not transmit types: there only the binary form is checked.
    package mutating func next<Value: PostgresValue>(
        _: Value.Type = Value.self
    ) throws(PostgresError) -> Value {
        try read()
    }

    /// Reads the next column, for `next`.
    mutating func read<Value: PostgresValue>() throws(PostgresError) -> Value {
        let cell = try nextCell()
        if let oid = typeOID, Value.type.oid != oid,
            !Value.readable.contains(where: { $0.oid == oid })
        {
            throw mismatch("is of the type with OID \(oid), not \(Value.type.name)")
        }
        guard !cell.isNull else {
            guard let null = Value.null else { throw mismatch("is NULL") }
            return null
        }
        guard let value = Value(wire: cell.bytes) else {
            throw mismatch("does not hold the binary form of \(Value.type.name)")
        }
        return value
    }

    /// Reads the next column's binary form as a borrowed span, whatever its type; nil if it is
    /// NULL.
    ///
    /// For `text`, `json` and `bytea` these are the bytes of the value itself. Nothing is copied.
    @_lifetime(copy self)
    package mutating func nextBytes() throws(PostgresError) -> Span<UInt8>? {
        let cell = try nextCell()
        return cell.isNull ? nil : cell.bytes
    }

    @_lifetime(copy self)
    private mutating func nextCell() throws(PostgresError) -> WireCell {
        guard column < columnCount else {
            throw .usage(message: "a row of \(columnCount) columns has no further one")
        }
        defer { column += 1 }
        if unsafe answer != nil { return answerCell }
        guard let cell = tuple.cell() else { throw mismatch("is cut short") }
        return cell
    }

    private var answerCell: WireCell {
        @_lifetime(copy self)
        get {
            guard unsafe PQgetisnull(answer, index, Int32(column)) == 0,
                let start = unsafe PQgetvalue(answer, index, Int32(column))
            else { return WireCell.null }
            let bytes = unsafe UnsafeRawBufferPointer(
                start: start, count: Int(PQgetlength(answer, index, Int32(column))))
            let span = unsafe bytes.assumingMemoryBound(to: UInt8.self).span
            return WireCell(unsafe _overrideLifetime(span, copying: self))
        }
    }

    /// The type of the column just read, if the result has types.
    private var typeOID: UInt32? {
        guard let answer = unsafe answer else { return nil }
        return unsafe PQftype(answer, Int32(column - 1))
    }

    private func mismatch(_ message: String) -> PostgresError {
        .decoding(column: column, message: message)
    }
}

/// The bytes are immutable (a complete result, or a message of a COPY), and a row cannot leave the
/// scope of their owner; only the pointer inside makes `@unchecked` necessary.
extension Row: @unchecked Sendable {}

// The types of an event's columns. A generic call into another module looks up the type of each
// column at run time, which takes longer than decoding it; these are specialised for their types.
extension Row {
    /// Reads the next column, a `bigint`; `.decoding` if it has another type.
    package mutating func next() throws(PostgresError) -> Int64 { try read() }

    /// Reads the next column, a `smallint`; `.decoding` if it has another type.
    package mutating func next() throws(PostgresError) -> Int16 { try read() }

    /// Reads the next column, a `timestamptz`; `.decoding` if it has another type.
    package mutating func next() throws(PostgresError) -> Timestamp { try read() }

    /// Reads the next column, a `uuid`; `.decoding` if it has another type.
    package mutating func next() throws(PostgresError) -> UUID { try read() }

    /// Reads the next column, a text; `.decoding` if it has another type.
    package mutating func next() throws(PostgresError) -> String { try read() }

    /// Reads the next column, a text or NULL; `.decoding` if it has another type.
    package mutating func next() throws(PostgresError) -> String? { try read() }

    /// Reads the next column, a `bytea`; `.decoding` if it has another type.
    package mutating func next() throws(PostgresError) -> [UInt8] { try read() }

    /// Reads the next column, a `bytea` or NULL; `.decoding` if it has another type.
    package mutating func next() throws(PostgresError) -> [UInt8]? { try read() }

    /// Reads the next column, a `json` or NULL; `.decoding` if it has another type.
    package mutating func next() throws(PostgresError) -> JSONText? { try read() }
}
