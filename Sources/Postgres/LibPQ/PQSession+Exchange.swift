import CLibPQ
import Dispatch

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension PQSession {
    /// Calls `send`, and returns the server's answer.
    func exchange(
        _ interruption: Interruption, _ send: () -> Bool
    ) throws(PostgresError) -> ServerAnswer {
        if interruption == .cancellable, Task.isCancelled { throw .cancelled }
        // A statement that is lost inside a transaction is rolled back. The outcome is unknown only
        // for the COMMIT, which is shielded, and for a statement outside a transaction.
        exchange = Exchange(
            interruption: interruption,
            outcomeUnknown: interruption == .shielded || !isInTransaction)
        guard send() else { throw refusal(outcomeUnknown: false) }
        return try settle()
    }

    /// Waits for the complete answer; returns the last result, or the first failure.
    ///
    /// A failure may follow a success, for example when a deferred constraint fails at the implicit
    /// commit. A COPY is returned as soon as it has begun.
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

    /// Waits for bytes from the server and reads them, and sends pending output.
    ///
    /// The wait is split into short intervals, after each of which the task is checked for
    /// cancellation. So the cancel request is sent by the one thread that knows that its own
    /// statement is still running, and can never hit the next statement.
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

    /// Waits until libpq's output buffer has been sent.
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
    /// The answer only: cancelling a COMMIT in progress would only leave its outcome unknown.
    case shielded
}

/// One statement in progress.
struct Exchange {
    /// What may end the wait for its answer.
    let interruption: Interruption
    /// Whether the outcome is unknown if no answer arrives.
    let outcomeUnknown: Bool
    /// Whether an answer is due, so that silence is significant.
    var isAwaited = true
    /// Whether a cancel request was sent.
    var wasCancelled = false
    /// When bytes were last sent or received.
    var lastSign = ContinuousClock.now
    /// When the server last confirmed, over another session, that it is working on the statement.
    var lastWord = ContinuousClock.now
}

extension PQSession {
    /// How many times its limit a session waits while the server confirms that it is working.
    private static let longestWork = 20

    /// Gives up a session whose server has been silent for too long.
    ///
    /// If the statement may take long, the server is asked over a second session about its state: a
    /// rebuild or a search may run for minutes without sending a byte, while a stopped server or a
    /// broken connection never answers.
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

    /// Whether the server, asked over another session, is working on this session's statement.
    ///
    /// It is not if it waits for the client: then what it sent, or what was sent to it, did not
    /// arrive. Behind a pooler the server cannot tell, so any answer counts.
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
            // A server that refuses further sessions is running, and may well be working.
            if case .unreachable(_, .some, _) = error { return true }
            return false
        }
    }

    /// This session's parameters, with the connected host in place of a list of hosts.
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

    /// Asks the server to cancel the running statement; false if the request was not delivered.
    ///
    /// libpq waits until the server closes the connection of the request, which a stopped server
    /// never does: so another thread waits, and this call returns after 5 seconds at most.
    func requestCancel() -> Bool {
        guard isAlive, let request = unsafe cancel_request_make(handle) else { return false }
        let attempt = unsafe CancelAttempt(request)
        DispatchQueue.global().async { attempt.run() }
        return attempt.succeeds(within: .seconds(5))
    }
}

/// A cancel request, sent by its own thread.
@safe
private final class CancelAttempt: @unchecked Sendable {
    // libpq allows another thread to send such a request; `isSent` is read only after the semaphore
    // signals that it was written.
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
