package import Postgres

/// The streams that one of several workers reads, selected by a hash of the name.
package struct StreamShare: Hashable, Sendable {
    /// The number of the worker, from 0.
    package let worker: Int64
    /// How many workers there are.
    package let workers: Int64

    /// Creates the share of one of several workers.
    package init(worker: Int64 = 0, of workers: Int64 = 1) {
        self.worker = worker
        self.workers = workers
    }
}

extension EventLog {
    /// Folds events stream by stream: events of the streams in a share, after a given stream, up to
    /// a position, in order of stream and version, up to a limit.
    ///
    /// Runs on the connection's own thread, row by row without suspending, inside a transaction:
    /// its planner settings end with the transaction.
    package static func fold<State: Sendable>(
        after stream: String, limit: Int64, share: StreamShare, through position: Int64,
        of workspace: Workspace, on connection: isolated Connection, into initial: State,
        _ step: @Sendable (inout State, StoredEvent) throws -> Void
    ) throws -> State {
        try followIndex(connection)
        return try connection.fold(
            copying: """
                SELECT \(StoredEvent.columns) FROM \(workspace).event
                WHERE stream > \(stream) AND position <= \(position)
                    AND (\(share.workers) = 1 OR
                        abs(hashtextextended(stream, 0) % \(share.workers)) = \(share.worker))
                ORDER BY stream, version LIMIT \(limit)
                """,
            into: initial
        ) { state, row in
            try step(&state, StoredEvent(&row))
        }
    }

    /// Forces an index scan by stream and version for a window of events.
    ///
    /// The server cannot estimate how many streams belong to a share: it assumes few, and would
    /// read and sort the whole log for each window, with several parallel workers.
    private static func followIndex(_ connection: isolated Connection) throws(PostgresError) {
        try connection.run(
            script: "SET LOCAL enable_sort = off; SET LOCAL max_parallel_workers_per_gather = 0")
    }
}
