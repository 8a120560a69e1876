import EventLog
import Postgres
import Testing

@Suite("Reading stream by stream")
struct WindowTests {
    @Test("a window reads its own events alone, whatever the server guesses of the log")
    func readsItsOwn() async throws {
        try await Scratch.use { scratch in
            for stream in 0..<40 {
                _ = try await scratch.log.append(
                    (0..<25).map { try .make(in: "case/a\(stream)", key: "e\($0)") }, by: "anna")
            }
            try await scratch.connection.run(script: "ANALYZE \(scratch.workspace).event")
            let (taken, scanned) = try await scratch.window(of: 50)
            #expect(taken == 50)
            #expect(scanned == 0)
        }
    }
}

extension Scratch {
    /// Reads a window of one of two shares; says how many events it had, and how many rows were read
    /// without an index.
    fileprivate func window(of limit: Int64) async throws -> (taken: Int, scanned: Int64) {
        let workspace = workspace
        return try await connection.transaction { connection in
            let taken = try EventLog.fold(
                after: "", limit: limit, share: StreamShare(worker: 0, of: 2), through: 1_000,
                of: workspace, on: connection, into: 0
            ) { count, _ in count += 1 }
            return (taken, try scanned(workspace, connection))
        }
    }

    private func scanned(
        _ workspace: Workspace, _ connection: isolated Connection
    ) throws -> Int64 {
        try connection.query(
            """
            SELECT seq_tup_read FROM pg_stat_xact_user_tables
            WHERE schemaname = \(workspace.name) AND relname = 'event'
            """
        ) { row in try row.next(Int64.self) }[0]
    }
}
