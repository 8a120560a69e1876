package import EventLog
package import Postgres

/// The read models of one workspace.
///
/// Tables that keep the rows of projections, and how far each has come. They know rows and
/// generations, not cases.
package struct ReadModels: Sendable {
    let log: EventLog
    let workspace: Workspace

    /// The read models beside a log.
    package init(_ log: EventLog) {
        self.log = log
        workspace = log.workspace
    }

    /// An open session.
    package func connection() async throws(EventLogError) -> Connection {
        try await log.connection()
    }

    /// Runs statements on the connection's own thread.
    func run<Answer: Sendable>(
        _ body: @Sendable (isolated Connection) throws -> Answer
    ) async throws(EventLogError) -> Answer {
        let connection = try await connection()
        return try await mapped { try await body(connection) }
    }

    /// Runs statements in one transaction, on the connection's own thread.
    func transaction<Answer: Sendable>(
        _ body: @Sendable (isolated Connection) throws -> Answer
    ) async throws(EventLogError) -> Answer {
        let connection = try await connection()
        return try await mapped { try await connection.transaction(body) }
    }
}

extension ReadModels {
    /// The channel to which whoever moves the read models sends a notification, without a text.
    package var channel: String { "\(workspace.name).projection" }

    /// Notifies whoever listens as soon as the transaction under way is committed.
    func announce(on connection: isolated Connection) throws {
        try connection.execute("SELECT pg_notify(\(channel), '')")
    }

    /// A session of its own that listens from now on; nil where no other can be opened.
    package func listener() async throws(EventLogError) -> Connection? {
        guard let connection = try await log.another()?.connection() else { return nil }
        do { try await connection.listen(to: channel) } catch {
            throw EventLogError(error)
        }
        return connection
    }
}
