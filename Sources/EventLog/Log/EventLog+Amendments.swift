package import CaseModel
import Postgres

extension EventLog {
    /// Those of some events that are recorded, in order of position.
    package func events(_ ids: [EventID]) async throws(EventLogError) -> [StoredEvent] {
        try await rows(
            """
            SELECT \(StoredEvent.columns) FROM \(workspace).event
            WHERE id = ANY (\(ids.map(\.uuid))) ORDER BY position
            """
        ) { row in try StoredEvent(&row) }
    }

    /// The corrections and retractions in some streams that speak of events by one of some names,
    /// in small letters, in order of position.
    ///
    /// The types stand in the statement as in the index that finds them.
    package func amendments(
        in streams: [StreamName], of names: [String]
    ) async throws(EventLogError) -> [StoredEvent] {
        try await rows(
            """
            SELECT \(StoredEvent.columns) FROM \(workspace).event
            WHERE stream = ANY (\(streams.map(\.text)))
                AND type IN ('event.corrected', 'event.retracted')
                AND lower(body -> 'data' ->> 'event') = ANY (\(names))
            ORDER BY position
            """
        ) { row in try StoredEvent(&row) }
    }
}
