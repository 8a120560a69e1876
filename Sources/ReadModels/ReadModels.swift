package import EventLog
package import Postgres

/// The read models (projections) of one workspace.
///
/// The tables with the rows of projections, and their checkpoints. This type knows rows and
/// generations, not cases.
package struct ReadModels: Sendable {
    let log: EventLog
    let workspace: Workspace

    /// Creates the read models of a log.
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
    /// The channel that is notified, without a payload, when the read models are moved.
    package var channel: String { "\(workspace.name).projection" }

    /// Notifies the listeners when the current transaction is committed.
    func announce(on connection: isolated Connection) throws {
        try connection.execute("SELECT pg_notify(\(channel), '')")
    }

    /// Opens a session that listens from now on; nil if none can be opened.
    package func listener() async throws(EventLogError) -> Connection? {
        guard let connection = try await log.another()?.connection() else { return nil }
        do { try await connection.listen(to: channel) } catch {
            throw EventLogError(error)
        }
        return connection
    }
}
