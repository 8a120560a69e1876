package import CaseModel
import Postgres

extension EventLog {
    /// Removes the body and the salt of an event and appends the event that records it, both or
    /// neither.
    ///
    /// Only the owner's role may do this. A body that is gone already stays so, and the same event
    /// sent again is a replay.
    ///
    /// - Returns: The place of the appended event.
    package func erase(
        _ id: EventID, recording event: NewEvent, by name: String
    ) async throws(EventLogError) -> Recorded {
        try await persisting { connection in
            try connection.transaction { connection in
                // An append locks the head first; another order would deadlock with it.
                let recorded = try connection.query(
                    """
                    SELECT position, version, recorded_at, replayed, flushed
                    FROM \(workspace).append_one(
                        \(event.id.uuid), \(event.stream.text), \(event.type),
                        \(JSONText(event.body)), \(name), NULL, defers => false)
                    """
                ) { row in try AppendedRow(event.id, &row).recorded }
                // Afterwards, so that `recorded_by` names who logged in. The log lets no other role
                // erase, not even a superuser.
                try connection.execute("SET LOCAL ROLE cases_owner")
                try connection.execute(
                    """
                    UPDATE \(workspace).event SET body = NULL, salt = NULL
                    WHERE id = \(id.uuid) AND body IS NOT NULL
                    """)
                return recorded[0]
            }
        }
    }
}
