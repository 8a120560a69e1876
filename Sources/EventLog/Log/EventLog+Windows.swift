import CaseModel
package import Postgres

/// The part of the streams that one of several workers reads: those whose hash falls to it.
package struct StreamShare: Hashable, Sendable {
    /// Which worker, from 0.
    package let worker: Int64
    /// How many there are.
    package let workers: Int64

    /// The share of one of several workers.
    package init(worker: Int64 = 0, of workers: Int64 = 1) {
        self.worker = worker
        self.workers = workers
    }
}

extension EventLog {
    /// The session in use, for whoever keeps tables beside the log.
    package func connection() async throws(EventLogError) -> Connection {
        try await mapped { try await session.current() }
    }

    /// The same log over a session of its own; nil where no other can be opened.
    package func another() async throws(EventLogError) -> EventLog? {
        guard let connection = try await mapped({ try await session.open() }) else { return nil }
        return EventLog(
            connection: connection, workspace: workspace, patience: patience,
            reconnect: session.reconnect)
    }

    /// The names of the streams of the events at some positions, in order, whatever kinds of
    /// stream a newer program has.
    package func streams(
        at positions: ClosedRange<Int64>
    ) async throws(EventLogError) -> [String] {
        try await rows(
            """
            SELECT DISTINCT stream FROM \(workspace).event
            WHERE position BETWEEN \(positions.lowerBound) AND \(positions.upperBound)
            ORDER BY stream
            """
        ) { row in try row.next(String.self) }
    }

    /// The leaf of the event at a position; nil where there is none.
    package func leaf(at position: Int64) async throws(EventLogError) -> [UInt8]? {
        try await leaves(at: [position])[position]
    }

    /// The leaves of the events at some positions; of those that are there.
    package func leaves(
        at positions: Set<Int64>
    ) async throws(EventLogError) -> [Int64: [UInt8]] {
        let leaves = try await rows(
            "SELECT position, leaf FROM \(workspace).event WHERE position = ANY (\(Array(positions)))"
        ) { row in (try row.next(Int64.self), try row.next([UInt8].self)) }
        return Dictionary(leaves) { first, _ in first }
    }

    /// Folds events stream by stream: those of a share's streams behind a stream, up to a position,
    /// in order of stream and version, so many of them.
    ///
    /// Runs on the connection's own thread, row by row without waiting, inside a transaction: the
    /// settings of its plan end with that.
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

    /// Has the events of a window looked up by stream and version.
    ///
    /// How many streams fall to a share is more than the server can guess: it takes them for few,
    /// and would read and sort the whole log for each window, on several processors.
    private static func followIndex(_ connection: isolated Connection) throws(PostgresError) {
        try connection.run(
            script: "SET LOCAL enable_sort = off; SET LOCAL max_parallel_workers_per_gather = 0")
    }
}
