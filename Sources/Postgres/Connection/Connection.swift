import Dispatch

/// One session with PostgreSQL.
///
/// The actor runs on a queue of its own: libpq blocks that queue's thread and never the pool of
/// the other tasks. When the task that waits is cancelled, so is its statement.
package actor Connection {
    private let executor = QueueExecutor()
    private var session: PQSession?

    private init() {}

    /// The connection's own queue.
    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        unsafe executor.asUnownedSerialExecutor()
    }

    /// Opens a session; `.unreachable` where no server takes it.
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

    /// Ends the session; a second time it does nothing.
    package func close() { session = nil }

    /// Whether the session is open and was not lost, as far as is known without asking.
    package var isUsable: Bool { session?.isAlive ?? false }

    /// Does some work on the connection's own thread, statement after statement without leaving it;
    /// nil where the session is not open any more.
    ///
    /// To get to the thread and back takes as long as a short statement.
    package func whileUsable<Answer: Sendable>(
        _ work: @Sendable (isolated Connection) async throws -> Answer
    ) async rethrows -> Answer? {
        guard isUsable else { return nil }
        return try await work(self)
    }

    /// Runs statements that never take long: where the server is silent for the session's limit, it
    /// is not asked whether it is at work.
    package func answeringSoon<Answer: Sendable>(
        _ body: @Sendable (isolated Connection) throws -> Answer
    ) rethrows -> Answer {
        session?.answersSoon = true
        defer { session?.answersSoon = false }
        return try body(self)
    }

    /// The open session; refused where it was closed or lost.
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

    /// Runs one statement and returns its rows as `read` reads them, all of them in memory.
    ///
    /// A row is read column by column, from the first, and lives as long as the closure runs.
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

    /// Runs several statements in one go, in one transaction unless they say otherwise.
    ///
    /// The text is sent as it is: it is for files that the program carries, such as migrations.
    package func run(script: String) throws(PostgresError) {
        _ = try link().run(script: Array(script.utf8))
    }
}

extension Connection {
    /// Runs `body` in a transaction: committed when it returns, rolled back when it throws.
    ///
    /// No other task's statement can come in between, for `body` cannot wait. Where the COMMIT
    /// itself is lost, the error says that the outcome is unknown.
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

    /// Commits; refused where a statement has failed, for the server would roll back in silence.
    private func commit() throws(PostgresError) {
        guard try link().isInTransaction else {
            throw .server(
                ServerReport(.failedTransaction, "a statement of the transaction had failed"))
        }
        _ = try link().ask("COMMIT", .shielded)
    }

    /// Rolls back what is open; a session that is lost has been rolled back by the server.
    private func rollBack() {
        guard let link = try? link(), !link.isIdle else { return }
        _ = try? link.ask("ROLLBACK", .shielded)
    }
}

extension Connection {
    /// Has the server pass on what is sent to a channel from now on.
    ///
    /// What was sent before is lost, and so is what is sent after the session: a notification may
    /// wake somebody, but nothing may hang on it. Behind a connection pooler none would come, and the
    /// server's session would go on listening for other clients: there nothing is done.
    package func listen(to channel: String) throws(PostgresError) {
        guard try !link().isPooled else { return }
        try execute("LISTEN \(identifier: channel)")
    }

    /// Waits until something is sent to a channel that is listened to, or the time is up.
    ///
    /// - Parameter timeout: how long, to within 50 milliseconds.
    /// - Returns: whether something was sent since the last wait, however often.
    /// - Throws: `.cancelled` where the task is, `.lost` where the session is.
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
