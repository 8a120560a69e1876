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
        let link = try startCopyIn(table, columns)
        do {
            try send(rows, columns: columns.count, through: link, write)
            return try link.finishCopy()
        } catch {
            link.abandonCopyIn()
            throw error
        }
    }

    private func startCopyIn(
        _ table: TableName, _ columns: [String]
    ) throws(PostgresError) -> Link {
        let statement: Statement = """
            COPY \(identifier: table.schema).\(identifier: table.name)
            (\(identifiers: columns)) FROM STDIN (FORMAT BINARY)
            """
        let link = try link()
        try link.startCopy(statement.sql, PGRES_COPY_IN)
        return link
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
