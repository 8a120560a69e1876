import CLibPQ

extension Connection {
    /// Folds the rows of a query into `initial`, in their order, without holding them.
    ///
    /// The query runs inside `COPY (…) TO STDOUT (FORMAT BINARY)`. A row is lent to `step` and
    /// gone afterwards, so memory does not grow with their number. What `step` throws stops the
    /// server and is thrown on.
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

    private func startCopyOut(_ query: Statement) throws(PostgresError) -> Link {
        // The line feed keeps a comment at the query's end from swallowing the bracket.
        let sql =
            Array("COPY (".utf8) + query.spelledOut
            + Array("\n) TO STDOUT (FORMAT BINARY)".utf8)
        let link = try link()
        try link.startCopy(sql, PGRES_COPY_OUT)
        return link
    }
}
