import CaseModel
import Postgres

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
