package import Postgres

/// The log of one workspace: it knows streams and positions, not cases.
package struct EventLog: Sendable {
    /// How to open another session where one was lost.
    package typealias Reconnect = @Sendable () async throws(PostgresError) -> Connection

    /// The workspace whose log this is.
    package let workspace: Workspace
    let session: Session
    let retryLimit: Duration
    let queue = AppendQueue()

    /// The log of `workspace`, reached by `connection`.
    ///
    /// - Parameters:
    ///   - connection: An open session, of which nothing but its role matters.
    ///   - workspace: Which workspace.
    ///   - retryLimit: How long an append that met a passing failure is tried again.
    ///   - reconnect: Opens a session where one was lost; without it a lost one stays lost.
    package init(
        connection: Connection, workspace: Workspace, retryLimit: Duration = .seconds(30),
        reconnect: Reconnect? = nil
    ) {
        self.workspace = workspace
        self.retryLimit = retryLimit
        session = Session(connection, reconnect)
    }
}

/// The session in use, and the way to the next one.
actor Session {
    private var connection: Connection
    nonisolated let reconnect: EventLog.Reconnect?

    init(_ connection: Connection, _ reconnect: EventLog.Reconnect?) {
        self.connection = connection
        self.reconnect = reconnect
    }

    /// Whether a lost session can be replaced.
    nonisolated var canReconnect: Bool { reconnect != nil }

    /// How long a session is tried for where none can be had just now.
    static let retryLimit = Duration.seconds(10)

    /// A further session; nil where none can be opened.
    func open() async throws(PostgresError) -> Connection? {
        guard reconnect != nil else { return nil }
        return try await connect(retrying: Session.retryLimit)
    }

    /// An open session, a new one where the last was lost.
    func current() async throws(PostgresError) -> Connection {
        if reconnect != nil, await !connection.isUsable { try await renew(Session.retryLimit) }
        return connection
    }

    /// Does some work on the thread of an open session, a new one where the last was lost.
    ///
    /// A new one is tried for as long as `retryLimit` says.
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
