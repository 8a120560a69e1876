import CaseModel
package import Postgres

extension EventLog {
    /// How a fold treats a missing position.
    package enum Gaps: Sendable {
        /// Throws `EventLogError.gap`: the log was damaged from outside.
        case refused
        /// Continues with the next existing event: for callers that report the gaps.
        case shown
    }

    /// Folds the events at `positions` into `initial`, in the order of their positions.
    ///
    /// Reads by binary COPY in windows, so that neither side has to keep the log in memory. An
    /// error thrown by `step` stops the reading and is rethrown. `step` runs on the connection's
    /// own thread. There are no events after `head()`: if `positions` goes further, that is a gap.
    /// `window` is the number of positions per query.
    package func fold<State: Sendable>(
        _ positions: ClosedRange<Int64>, into initial: State, gaps: Gaps = .refused,
        window: Int64 = 20_000,
        _ step: @escaping @Sendable (inout State, StoredEvent) throws -> Void
    ) async throws -> State {
        var progress = FoldProgress(state: initial, next: positions.lowerBound)
        var start = positions.lowerBound
        while start <= positions.upperBound {
            let end = min(start + window - 1, positions.upperBound)
            progress = try await fold(start...end, into: progress, gaps, step)
            guard gaps == .shown || progress.next > end else {
                throw EventLogError.gap(position: progress.next)
            }
            start = end + 1
        }
        return progress.state
    }

    private func fold<State: Sendable>(
        _ window: ClosedRange<Int64>, into progress: FoldProgress<State>, _ gaps: Gaps,
        _ step: @escaping @Sendable (inout State, StoredEvent) throws -> Void
    ) async throws -> FoldProgress<State> {
        try await connection().fold(
            copying: """
                SELECT \(StoredEvent.columns) FROM \(workspace).event
                WHERE position BETWEEN \(window.lowerBound) AND \(window.upperBound)
                ORDER BY position
                """,
            into: progress
        ) { progress, row in
            let event = try StoredEvent(&row)
            guard gaps == .shown || event.position == progress.next else {
                throw EventLogError.gap(position: progress.next)
            }
            try step(&progress.state, event)
            progress.next = event.position + 1
        }
    }
}

/// The state of a fold, and the next expected position.
private struct FoldProgress<State: Sendable>: Sendable {
    var state: State
    var next: Int64
}

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
    /// The current session, for code that keeps tables beside the log.
    package func connection() async throws(EventLogError) -> Connection {
        try await mapped { try await session.current() }
    }

    /// The same log on a session of its own; nil if no other can be opened.
    package func another() async throws(EventLogError) -> EventLog? {
        guard let connection = try await mapped({ try await session.open() }) else { return nil }
        return EventLog(
            connection: connection, workspace: workspace, retryLimit: retryLimit,
            reconnect: session.reconnect)
    }

    /// The names of the streams of the events at some positions, in order, including streams of
    /// kinds that only a newer program knows.
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

    /// The leaf of the event at a position; nil if there is none.
    package func leaf(at position: Int64) async throws(EventLogError) -> [UInt8]? {
        try await leaves(at: [position])[position]
    }

    /// The leaves of the events at some positions; missing events are left out.
    package func leaves(
        at positions: Set<Int64>
    ) async throws(EventLogError) -> [Int64: [UInt8]] {
        let leaves = try await rows(
            "SELECT position, leaf FROM \(workspace).event WHERE position = ANY (\(Array(positions)))"
        ) { row in (try row.next(Int64.self), try row.next([UInt8].self)) }
        return Dictionary(leaves) { first, _ in first }
    }

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
