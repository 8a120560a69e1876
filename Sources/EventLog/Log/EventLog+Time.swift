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
            if try await isRecorded(middle, by: instant) { known = middle } else { open = middle }
        }
        return known
    }

    private func isRecorded(
        _ position: Int64, by instant: Instant
    ) async throws(EventLogError) -> Bool {
        let moment = Timestamp(microseconds: instant.microseconds)
        let answers = try await rows(
            """
            SELECT recorded_at <= \(moment) FROM \(workspace).event WHERE position = \(position)
            """
        ) { row throws(PostgresError) in try row.next(Bool.self) }
        guard let answer = answers.first else { throw .gap(position: position) }
        return answer
    }
}
