import CLibPQ
import Dispatch

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension PQSession {
    /// Sends what `send` sends and returns the server's answer to it.
    func exchange(
        _ interruption: Interruption, _ send: () -> Bool
    ) throws(PostgresError) -> ServerAnswer {
        if interruption == .cancellable, Task.isCancelled { throw .cancelled }
        // What is lost inside a transaction is undone. Only the COMMIT, which is shielded, and a
        // statement outside any transaction leave a doubt.
        exchange = Exchange(
            interruption: interruption,
            outcomeUnknown: interruption == .shielded || !isInTransaction)
        guard send() else { throw refusal(outcomeUnknown: false) }
        return try settle()
    }

    /// Waits until the server has said all; the answer is the last one, or the first failure.
    ///
    /// A failure may follow a success, as when a deferred constraint fails at the commit that ends
    /// the statement. A COPY is returned as soon as it has begun.
    func settle() throws(PostgresError) -> ServerAnswer {
        var chosen: ServerAnswer?
        while let answer = try nextAnswer() {
            if answer.isCopy { return answer }
            let isDecided =
                switch chosen {
                case .some(let answer): answer.isFailure
                case nil: false
                }
            if !isDecided { chosen = consume answer }
        }
        guard let chosen else { throw loss(outcomeUnknown: exchange.outcomeUnknown) }
        try requireStandby()
        guard chosen.isFailure else { return chosen }
        throw failure(chosen)
    }

    private func nextAnswer() throws(PostgresError) -> ServerAnswer? {
        while unsafe PQisBusy(handle) == 1 { try awaitInput() }
        guard let result = unsafe PQgetResult(handle) else { return nil }
        return unsafe ServerAnswer(owning: result)
    }

    /// Waits for bytes from the server and takes them in, and sends what is still to be sent.
    ///
    /// The wait is cut into short ones, after each of which the task is asked whether it was
    /// cancelled. So the request to cancel is sent by the one thread that knows that its own
    /// statement is still running, and can never hit the next one.
    func awaitInput() throws(PostgresError) {
        if exchange.interruption == .cancellable, !exchange.wasCancelled, Task.isCancelled {
            exchange.wasCancelled = requestCancel()
        }
        let unsent = unsafe PQflush(handle)
        guard unsent >= 0 else { throw loss(outcomeUnknown: exchange.outcomeUnknown) }
        let events = Int16(unsent > 0 ? POLLIN | POLLOUT : POLLIN)
        var socket = unsafe pollfd(fd: PQsocket(handle), events: events, revents: 0)
        guard unsafe poll(&socket, 1, 50) != 0 else { return try checkSilence() }
        exchange.lastSign = .now
        guard unsafe PQconsumeInput(handle) == 1 else {
            throw loss(outcomeUnknown: exchange.outcomeUnknown)
        }
    }

    /// Waits until all that was handed to libpq has been sent.
    func awaitSent() throws(PostgresError) {
        while true {
            switch unsafe PQflush(handle) {
            case 0: return
            case 1: try awaitInput()
            default: throw loss(outcomeUnknown: exchange.outcomeUnknown)
            }
        }
    }
}

/// What may end the wait for an answer.
enum Interruption {
    /// The answer, or the cancellation of the task.
    case cancellable
    /// The answer alone: a COMMIT that is cancelled half-way helps nobody.
    case shielded
}

/// One statement under way.
struct Exchange {
    /// What may end the wait for its answer.
    let interruption: Interruption
    /// Whether it may have taken effect should no answer come.
    let outcomeUnknown: Bool
    /// Whether an answer is due, so that silence means something.
    var isAwaited = true
    /// Whether the server was asked to stop it.
    var wasCancelled = false
    /// When bytes last went either way.
    var lastSign = ContinuousClock.now
    /// When the server last said, over another session, that it is at work on the statement.
    var lastWord = ContinuousClock.now
}

extension PQSession {
    /// How many times its limit a session waits while the server says that it is at work.
    private static let longestWork = 20

    /// Gives up a session whose server has been silent for too long.
    ///
    /// Where a statement may take long, the server is asked over a second session what has become of
    /// it: a rebuild or a search may work for minutes without a byte, while a server that is stopped,
    /// or a connection that lost its other end, never answers.
    func checkSilence() throws(PostgresError) {
        guard let limit, exchange.isAwaited else { return }
        let last = max(exchange.lastSign, exchange.lastWord)
        guard ContinuousClock.now - last > limit else { return }
        if !answersSoon, ContinuousClock.now - exchange.lastSign < limit * PQSession.longestWork,
            isAtWork
        {
            exchange.lastWord = .now
            return
        }
        giveUp()
        throw .lost(
            message: "PostgreSQL has not answered for \(limit.components.seconds) seconds; "
                + "the connection was closed",
            outcomeUnknown: exchange.outcomeUnknown)
    }

    /// Whether the server, asked over another session, is at work on this session's statement.
    ///
    /// It is not where it waits for this side: what it sent, or was sent, did not arrive. Behind a
    /// pooler the server cannot tell; that it answers must do.
    private var isAtWork: Bool {
        do {
            let other = try PQSession(parametersOfSameServer, limit: .seconds(5))
            other.answersSoon = true
            if try other.isPooled { return true }
            _ = try other.run(script: Array("SET ROLE NONE".utf8))
            let question = """
                SELECT FROM pg_catalog.pg_stat_activity
                WHERE pid = \(unsafe PQbackendPID(handle))
                    AND coalesce(state, 'active') IN ('active', 'fastpath function call')
                    AND wait_event IS DISTINCT FROM 'ClientRead'
                    AND wait_event IS DISTINCT FROM 'ClientWrite'
                """
            return try other.askPlain(Array(question.utf8), .shielded).rowCount == 1
        } catch {
            // A server that refuses further sessions is there, and may well be at work.
            if case .unreachable(_, .some, _) = error { return true }
            return false
        }
    }

    /// This session's parameters, with the one of several hosts that it is connected to.
    private var parametersOfSameServer: [ConnectionParameter] {
        let place = unsafe [
            ("host", PQhost(handle)), ("hostaddr", PQhostaddr(handle)), ("port", PQport(handle)),
        ].compactMap { keyword, value -> ConnectionParameter? in
            guard let value = unsafe value else { return nil }
            let text = unsafe String(cString: value)
            return text.isEmpty ? nil : ConnectionParameter(keyword: keyword, value: text)
        }
        let own = place + [ConnectionParameter(keyword: "target_session_attrs", value: "any")]
        let replaced = ["host", "hostaddr", "port", "target_session_attrs"]
        return parameters.filter { !replaced.contains($0.keyword) } + own
    }

    /// Asks the server to stop the running statement; false where the request did not get there.
    ///
    /// libpq waits for the server to close the connection that the request came by, and a server that
    /// is stopped never does: so that wait is another thread's, and ends here after 5 seconds.
    func requestCancel() -> Bool {
        guard isAlive, let request = unsafe cancel_request_make(handle) else { return false }
        let attempt = unsafe CancelAttempt(request)
        DispatchQueue.global().async { attempt.run() }
        return attempt.succeeds(within: .seconds(5))
    }
}

/// A request to cancel, sent by a thread of its own.
@safe
private final class CancelAttempt: @unchecked Sendable {
    // libpq allows such a request to be sent by another thread; `isSent` is read once the semaphore says
    // that it was written.
    private let request: OpaquePointer
    private let end = DispatchSemaphore(value: 0)
    private var isSent = false

    init(_ request: OpaquePointer) { unsafe self.request = request }

    deinit { unsafe cancel_request_free(request) }

    func run() {
        isSent = unsafe cancel_request_send(request) == 1
        end.signal()
    }

    func succeeds(within limit: DispatchTimeInterval) -> Bool {
        end.wait(timeout: .now() + limit) == .success && isSent
    }
}
