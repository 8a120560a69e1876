import CLibPQ

extension Connection {
    /// Stores many rows by `COPY … FROM STDIN (FORMAT BINARY)`, all or none; returns how many.
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
        _ rows: Rows, columns: Int, through link: Link,
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

    /// Checks the row just written, and sends what has gathered once it is worth a call.
    private func flush(
        _ writer: inout RowWriter, columns: Int, through link: Link
    ) throws(PostgresError) {
        guard writer.holds(columns) else {
            throw .usage(message: "a row of a COPY does not have its \(columns) columns")
        }
        guard writer.bytes.count >= 65_536 else { return }
        try link.send(writer.bytes)
        writer.removeAll()
    }
}
