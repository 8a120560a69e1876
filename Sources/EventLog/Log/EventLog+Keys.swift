package import CaseModel
import Postgres

extension EventLog {
    /// The keys of the events of a stream, in the order of recording.
    package func keys(of stream: StreamName) async throws(EventLogError) -> [String] {
        try await rows(
            """
            SELECT key FROM \(workspace).event
            WHERE stream = \(stream.text) AND key IS NOT NULL ORDER BY version
            """
        ) { row in try row.next(String.self) }
    }
}
