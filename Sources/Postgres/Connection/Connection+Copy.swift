import CLibPQ

extension Connection {
    /// Stores many rows by `COPY … FROM STDIN (FORMAT BINARY)`, all or nothing; returns how many.
    ///
    /// `write` appends one value for each of `columns`, in their order and of their exact types.
    @discardableResult
    package func copy<Rows: Sequence>(
        _ rows: sending Rows, into table: TableName, columns: [String],
        _ write: @Sendable (Rows.Element, inout RowWriter) throws -> Void
    ) throws -> Int {
        let statement = statement(table, columns)
        let log = StatementLog(statement.sql)
        let link = try link()
        try link.startCopy(statement.sql, PGRES_COPY_IN)
        do {
            try send(rows, columns: columns.count, through: link, write)
            let count = try link.finishCopy()
            log.succeeded(rows: count)
            return count
        } catch {
            link.abandonCopyIn()
            log.failed(error)
            throw error
        }
    }

    private func statement(_ table: TableName, _ columns: [String]) -> Statement {
        """
        COPY \(identifier: table.schema).\(identifier: table.name)
        (\(identifiers: columns)) FROM STDIN (FORMAT BINARY)
        """
    }

    private func send<Rows: Sequence>(
        _ rows: Rows, columns: Int, through link: PQSession,
        _ write: (Rows.Element, inout RowWriter) throws -> Void
    ) throws {
        var writer = RowWriter()
        for row in rows {
            writer.begin(columns)
            try write(row, &writer)
            try flush(&writer, columns: columns, through: link)
        }
        writer.finish()
        try link.send(writer.bytes)
    }

    /// Checks the row just written, and sends the buffer once it is large enough.
    private func flush(
        _ writer: inout RowWriter, columns: Int, through link: PQSession
    ) throws(PostgresError) {
        guard writer.holds(columns) else {
            throw .usage(message: "a row of a COPY does not have its \(columns) columns")
        }
        guard writer.bytes.count >= 65_536 else { return }
        try link.send(writer.bytes)
        writer.removeAll()
    }
}

extension Connection {
    /// Folds the rows of a query into `initial`, in order, without keeping them in memory.
    ///
    /// The query runs inside `COPY (…) TO STDOUT (FORMAT BINARY)`. A row is valid only during the
    /// call of `step`, so memory does not grow with the number of rows. An error thrown by `step`
    /// cancels the statement on the server and is rethrown.
    package func fold<State>(
        copying query: Statement, into initial: sending State,
        _ step: @Sendable (inout State, inout Row) throws -> Void
    ) throws -> sending State {
        let log = StatementLog(query.sql)
        let link = try startCopyOut(query)
        var (state, rows) = (initial, 0)
        do {
            while let message = try link.nextMessage() {
                guard var row = message.row else { continue }
                try step(&state, &row)
                rows += 1
            }
        } catch {
            link.abandonCopyOut()
            log.failed(error)
            throw error
        }
        log.succeeded(rows: rows)
        return state
    }

    private func startCopyOut(_ query: Statement) throws(PostgresError) -> PQSession {
        // The line feed prevents a comment at the query's end from hiding the closing parenthesis.
        let sql =
            Array("COPY (".utf8) + query.spelledOut
            + Array("\n) TO STDOUT (FORMAT BINARY)".utf8)
        let link = try link()
        try link.startCopy(sql, PGRES_COPY_OUT)
        return link
    }
}

/// The signature at the start of a binary COPY ("COPY", file formats, in PostgreSQL's manual).
let copySignature: [UInt8] = Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0x00]

/// Writes the columns of one row of a COPY.
package struct RowWriter: Sendable {
    private(set) var bytes: [UInt8] = copySignature + [UInt8](repeating: 0, count: 8)
    private var columns = 0

    /// Appends the next column; its type must be exactly that of the column: COPY converts nothing.
    package mutating func append(_ value: some PostgresValue) {
        bytes.append(cell: value)
        columns += 1
    }

    /// Starts a row of `count` columns.
    mutating func begin(_ count: Int) {
        bytes.append(bigEndian: Int16(clamping: count))
        columns = 0
    }

    /// Whether the current row has `count` columns.
    func holds(_ count: Int) -> Bool { columns == count }

    /// Appends the trailer of a COPY.
    mutating func finish() { bytes.append(bigEndian: Int16(-1)) }

    /// Clears the buffer and keeps its memory.
    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}

/// A table and its schema.
package struct TableName: Hashable, Sendable {
    /// The schema, as it is spelled in the catalogue.
    package let schema: String
    /// The table, as it is spelled in the catalogue.
    package let name: String

    /// The table `name` of `schema`.
    package init(schema: String, name: String) {
        self.schema = schema
        self.name = name
    }
}
