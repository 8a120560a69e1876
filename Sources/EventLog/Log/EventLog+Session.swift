package import Postgres

extension EventLog {
    /// The current session, for code that keeps tables beside the log.
    package func connection() async throws(EventLogError) -> Connection {
        try await mapped { try await session.current() }
    }

    /// The same log on a session of its own; nil if no other can be opened.
    package func another() async throws(EventLogError) -> EventLog? {
        guard let connection = try await mapped({ try await session.open() }) else { return nil }
        return EventLog(
            connection: connection, workspace: workspace, retryLimit: retryLimit,
            reconnect: session.reconnect)
    }

    /// Whether the server accepts writes; a standby does not.
    package func takesWrites() async throws(EventLogError) -> Bool {
        let answers = try await rows("SELECT NOT pg_is_in_recovery()") {
            row in try row.next(Bool.self)
        }
        return answers.first ?? false
    }
}
