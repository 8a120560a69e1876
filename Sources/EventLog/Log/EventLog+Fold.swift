import Postgres

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
        var progress = Progress(state: initial, next: positions.lowerBound)
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
        _ window: ClosedRange<Int64>, into progress: Progress<State>, _ gaps: Gaps,
        _ step: @escaping @Sendable (inout State, StoredEvent) throws -> Void
    ) async throws -> Progress<State> {
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
private struct Progress<State: Sendable>: Sendable {
    var state: State
    var next: Int64
}
