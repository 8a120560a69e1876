package import CaseModel
import Postgres

extension EventLog {
    /// The events that have some keys in their streams, in order of position.
    package func events(
        keyed keys: [(stream: StreamName, key: Slug)]
    ) async throws(EventLogError) -> [StoredEvent] {
        try await rows(
            """
            SELECT \(StoredEvent.columns) FROM \(workspace).event
            WHERE (stream, key) IN (
                SELECT * FROM unnest(\(keys.map(\.stream.text)), \(keys.map(\.key.text))))
            ORDER BY position
            """
        ) { row in try StoredEvent(&row) }
    }

    /// The versions of some streams; 0 where there is no such stream.
    package func versions(
        of streams: [StreamName]
    ) async throws(EventLogError) -> [StreamName: Int64] {
        let found = try await rows(
            """
            SELECT stream, max(version) FROM \(workspace).event
            WHERE stream = ANY (\(streams.map(\.text))) GROUP BY stream
            """
        ) { row in (try row.nextStream(), try row.next(Int64.self)) }
        let versions = Dictionary(found, uniquingKeysWith: { first, _ in first })
        return Dictionary(streams.map { ($0, versions[$0] ?? 0) }) { first, _ in first }
    }
}
