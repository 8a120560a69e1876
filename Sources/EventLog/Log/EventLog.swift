package import Postgres

/// The log of one workspace: it knows streams and positions, not cases.
package struct EventLog: Sendable {
    /// Opens another session after one was lost.
    package typealias Reconnect = @Sendable () async throws(PostgresError) -> Connection

    /// The workspace of this log.
    package let workspace: Workspace
    let session: Session
    let retryLimit: Duration
    let queue = AppendQueue()

    /// Creates the log of `workspace`, reached by `connection`.
    ///
    /// - Parameters:
    ///   - connection: An open session; only its role matters.
    ///   - workspace: Which workspace.
    ///   - retryLimit: How long an append is retried after a transient failure.
    ///   - reconnect: Opens a session after one was lost; without it a lost session is not
    ///     replaced.
    package init(
        connection: Connection, workspace: Workspace, retryLimit: Duration = .seconds(30),
        reconnect: Reconnect? = nil
    ) {
        self.workspace = workspace
        self.retryLimit = retryLimit
        session = Session(connection, reconnect)
    }
}

/// The current session, and how to open the next one.
actor Session {
    private var connection: Connection
    nonisolated let reconnect: EventLog.Reconnect?

    init(_ connection: Connection, _ reconnect: EventLog.Reconnect?) {
        self.connection = connection
        self.reconnect = reconnect
    }

    /// Whether a lost session can be replaced.
    nonisolated var canReconnect: Bool { reconnect != nil }

    /// How long to retry opening a session while none is available.
    static let retryLimit = Duration.seconds(10)

    /// Another session; nil if none can be opened.
    func open() async throws(PostgresError) -> Connection? {
        guard reconnect != nil else { return nil }
        return try await connect(retrying: Session.retryLimit)
    }

    /// An open session; a new one if the last was lost.
    func current() async throws(PostgresError) -> Connection {
        if reconnect != nil, await !connection.isUsable { try await renew(Session.retryLimit) }
        return connection
    }

    /// Runs `work` on the thread of an open session; a new one if the last was lost.
    ///
    /// Opening a new session is retried for as long as `retryLimit`.
    func use<Answer: Sendable>(
        retrying retryLimit: Duration = Session.retryLimit,
        _ work: @Sendable (isolated Connection) async throws -> Answer
    ) async throws -> Answer {
        if reconnect != nil {
            if let answer = try await connection.whileUsable(work) { return answer }
            try await renew(retryLimit)
        }
        return try await work(connection)
    }

    private func renew(_ retryLimit: Duration) async throws(PostgresError) {
        if let new = try await connect(retrying: retryLimit) { connection = new }
    }

    private func connect(retrying retryLimit: Duration) async throws(PostgresError) -> Connection? {
        var backoff = Backoff(for: retryLimit)
        while true {
            do {
                return try await reconnect?()
            } catch {
                guard error.isWorthRetrying, await backoff.wait(after: error.description)
                else { throw error }
            }
        }
    }
}
