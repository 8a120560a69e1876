package import CaseModel
import Postgres

extension EventLog {
    /// The streams of the actors that were merged into others and of the sources that were
    /// withdrawn, up to a position, in order of their names.
    ///
    /// The types stand in the statement as in the index that finds them.
    package func streamsOfMergesAndWithdrawals(
        through position: Int64? = nil
    ) async throws(EventLogError) -> [StreamName] {
        try await rows(
            """
            SELECT DISTINCT stream FROM \(workspace).event
            WHERE type IN ('actors.merged', 'source.withdrawn')
                AND position <= \(position ?? .max)
            ORDER BY stream
            """
        ) { row in try row.nextStream() }
    }
}
