package import EventLog
package import Postgres

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
