import CaseModel
package import Postgres

extension EventLog {
    /// What a fold does where a position is missing.
    package enum Gaps: Sendable {
        /// Stops with `EventLogError.gap`: the log was damaged from outside.
        case refused
        /// Goes on with the next event that is there: for whoever says what is missing.
        case shown
    }

    /// Folds the events at `positions` into `initial`, in the order of their positions.
    ///
    /// Read by binary COPY in windows, so that neither side has to hold the log. What `step`
    /// throws stops the reading and is thrown on.
    /// `step` runs on the connection's own thread. Beyond `head()` nothing is there: `positions`
    /// that reach further meet a gap. `window` is how many positions are asked for at a time.
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

/// What has been folded, and the position that must come next.
private struct FoldProgress<State: Sendable>: Sendable {
    var state: State
    var next: Int64
}

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
            connection: connection, workspace: workspace, retryLimit: retryLimit,
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
