import Dispatch

/// One session with PostgreSQL.
///
/// The actor runs on its own queue: libpq blocks the thread of that queue, never the cooperative
/// thread pool. Cancelling the waiting task cancels its statement.
package actor Connection {
    private let executor = QueueExecutor()
    private var session: PQSession?

    private init() {}

    /// The connection's own queue.
    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        unsafe executor.asUnownedSerialExecutor()
    }

    /// Opens a session; throws `.unreachable` if no server accepts it.
    package static func open(
        _ settings: ConnectionSettings
    ) async throws(PostgresError) -> Connection {
        let connection = Connection()
        try await connection.connect(settings)
        return connection
    }

    private func connect(_ settings: ConnectionSettings) throws(PostgresError) {
        let (parameters, secrets) = try settings.parameters()
        let link = try PQSession(parameters, secrets: secrets, limit: settings.silence)
        if let limits = settings.limits { try link.apply(limits) }
        session = link
    }

    /// Closes the session; calling it again has no effect.
    package func close() { session = nil }

    /// Whether the session is open and not known to be lost; does not ask the server.
    package var isUsable: Bool { session?.isAlive ?? false }

    /// Runs several statements on the connection's own thread, without leaving it in between; nil
    /// if the session is no longer open.
    ///
    /// Switching to the thread and back takes as long as a short statement.
    package func whileUsable<Answer: Sendable>(
        _ work: @Sendable (isolated Connection) async throws -> Answer
    ) async rethrows -> Answer? {
        guard isUsable else { return nil }
        return try await work(self)
    }

    /// Runs statements that never take long: if the server is silent for the session's limit, the
    /// session is given up without asking whether the server is still working.
    package func answeringSoon<Answer: Sendable>(
        _ body: @Sendable (isolated Connection) throws -> Answer
    ) rethrows -> Answer {
        session?.answersSoon = true
        defer { session?.answersSoon = false }
        return try body(self)
    }

    /// The open session; throws if it was closed or lost.
    func link() throws(PostgresError) -> PQSession {
        guard let session else { throw .usage(message: "the connection was closed") }
        guard session.isAlive else { throw session.loss(outcomeUnknown: false) }
        return session
    }
}

extension Connection {
    /// Runs one statement and returns how many rows it touched or returned.
    @discardableResult
    package func execute(_ statement: Statement) throws(PostgresError) -> Int {
        try link().ask(statement).affectedRows
    }

    /// Runs one statement and returns its rows as `read` decodes them, all of them in memory.
    ///
    /// Columns are read in order, starting with the first; a row is valid only during the closure.
    package func query<Element: Sendable>(
        _ statement: Statement, _ read: @Sendable (inout Row) throws -> Element
    ) throws -> [Element] {
        let answer = try link().ask(statement)
        var elements: [Element] = []
        elements.reserveCapacity(answer.rowCount)
        for index in 0..<answer.rowCount {
            var row = answer.row(index)
            elements.append(try read(&row))
        }
        return elements
    }

    /// Runs several statements at once, in one transaction unless they say otherwise.
    ///
    /// The text is sent unchanged: use it only for scripts that are part of the program, such as
    /// migrations.
    package func run(script: String) throws(PostgresError) {
        _ = try link().run(script: Array(script.utf8))
    }
}

extension Connection {
    /// Runs `body` in a transaction: committed when it returns, rolled back when it throws.
    ///
    /// Statements of other tasks cannot interleave, because `body` cannot suspend. If the session
    /// is lost during the COMMIT, the error says that the outcome is unknown.
    package func transaction<Result: Sendable>(
        _ body: @Sendable (isolated Connection) throws -> Result
    ) throws -> Result {
        try begin()
        do {
            let result = try body(self)
            try commit()
            return result
        } catch {
            rollBack()
            throw error
        }
    }

    private func begin() throws(PostgresError) {
        guard try link().isIdle else {
            throw .usage(message: "a transaction cannot begin inside another one")
        }
        _ = try link().ask("BEGIN")
    }

    /// Commits; throws if a statement has failed, because the server would silently roll back.
    private func commit() throws(PostgresError) {
        guard try link().isInTransaction else {
            throw .server(
                ServerReport(.failedTransaction, "a statement of the transaction had failed"))
        }
        _ = try link().ask("COMMIT", .shielded)
    }

    /// Rolls back the open transaction; if the session is lost, the server has rolled back already.
    private func rollBack() {
        guard let link = try? link(), !link.isIdle else { return }
        _ = try? link.ask("ROLLBACK", .shielded)
    }
}

extension Connection {
    /// Subscribes to the notifications of a channel (`LISTEN`).
    ///
    /// Notifications sent earlier, or after the session is lost, are not delivered: they may wake a
    /// task, but must not be relied upon. Behind a connection pooler none would arrive, and the
    /// server's session would go on listening on behalf of other clients; there this does nothing.
    package func listen(to channel: String) throws(PostgresError) {
        guard try !link().isPooled else { return }
        try execute("LISTEN \(identifier: channel)")
    }

    /// Waits for a notification on a subscribed channel, or for the timeout.
    ///
    /// - Parameter timeout: The longest wait, to within 50 milliseconds.
    /// - Returns: Whether there was at least one notification since the last wait.
    /// - Throws: `.cancelled` if the task was cancelled, `.lost` if the session was lost.
    package func waitForNotification(_ timeout: Duration) throws(PostgresError) -> Bool {
        let link = try link()
        guard link.isIdle else {
            throw .usage(message: "inside a transaction no notification comes")
        }
        return try link.awaitNotification(until: .now + timeout)
    }
}

/// Runs one actor's jobs on one Dispatch queue, whose thread may block.
final class QueueExecutor: SerialExecutor {
    private let queue = DispatchQueue(label: "postgres.connection")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { unsafe job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    func checkIsolated() { dispatchPrecondition(condition: .onQueue(queue)) }
}
