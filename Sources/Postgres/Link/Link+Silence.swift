import CLibPQ
import Dispatch

extension Link {
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
        if !answersSoon, ContinuousClock.now - exchange.lastSign < limit * Link.longestWork,
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
            let other = try Link(parametersOfSameServer, limit: .seconds(5))
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
        guard isAlive, let request = unsafe PQgetCancel(handle) else { return false }
        let attempt = unsafe CancelAttempt(request)
        DispatchQueue.global().async { attempt.run() }
        return attempt.succeeds(within: .seconds(5))
    }
}

/// A request to cancel, sent by a thread of its own.
@safe
private final class CancelAttempt: @unchecked Sendable {
    // libpq allows a PGcancel to be used by another thread; `isSent` is read once the semaphore says
    // that it was written.
    private let request: OpaquePointer
    private let end = DispatchSemaphore(value: 0)
    private var isSent = false

    init(_ request: OpaquePointer) { unsafe self.request = request }

    deinit { unsafe PQfreeCancel(request) }

    func run() {
        var reason = [CChar](repeating: 0, count: 256)
        isSent = unsafe PQcancel(request, &reason, Int32(reason.count)) == 1
        end.signal()
    }

    func succeeds(within limit: DispatchTimeInterval) -> Bool {
        end.wait(timeout: .now() + limit) == .success && isSent
    }
}
