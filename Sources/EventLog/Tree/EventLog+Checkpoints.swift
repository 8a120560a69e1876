import Postgres

extension EventLog {
    /// The newest signed checkpoint, as a note; nil if none was added.
    package func newestCheckpoint() async throws(EventLogError) -> String? {
        try await rows(
            "SELECT note FROM \(workspace).checkpoint ORDER BY number DESC LIMIT 1"
        ) { row in try row.next(String.self) }.first
    }

    /// Adds a signed checkpoint, as a note, with the number of events that it covers.
    package func addCheckpoint(_ note: String, size: Int64) async throws(EventLogError) {
        _ = try await rows(
            """
            INSERT INTO \(workspace).checkpoint (size, note) VALUES (\(size), \(note))
            RETURNING number
            """, mayRepeat: false
        ) { row in try row.next(Int64.self) }
    }
}
