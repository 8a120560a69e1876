package import CaseModel
import Postgres

extension EventLog {
    /// The position of the last event recorded by a moment, 0 where there is none.
    ///
    /// Moments increase with positions, so a search by halves finds it without an index.
    package func lastPosition(recordedBy instant: Instant) async throws(EventLogError) -> Int64 {
        var known: Int64 = 0
        var open = try await head() + 1
        while open - known > 1 {
            let middle = known + (open - known) / 2
            let moment = try await recordedAt(middle)
            if moment.microseconds <= instant.microseconds { known = middle } else { open = middle }
        }
        return known
    }

    /// Compared here: the server's clock does not reach as far back as somebody may ask.
    private func recordedAt(_ position: Int64) async throws(EventLogError) -> Timestamp {
        let moments = try await rows(
            "SELECT recorded_at FROM \(workspace).event WHERE position = \(position)"
        ) { row throws(PostgresError) in try row.next(Timestamp.self) }
        guard let moment = moments.first else { throw .gap(position: position) }
        return moment
    }
}
