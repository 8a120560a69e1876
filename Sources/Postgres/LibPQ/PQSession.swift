import CLibPQ

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One session with a server: owns the `PGconn` and waits for its answers.
///
/// Every call blocks the calling thread until the server has answered, or has been silent for
/// longer than the session's limit.
@safe
final class PQSession {
    let handle: OpaquePointer
    let parameters: [ConnectionParameter]
    /// How long the server may be silent; nil for no limit.
    let limit: Duration?
    var prepared = PreparedStatements()
    var exchange = Exchange(interruption: .shielded, outcomeUnknown: false)
    /// Whether the following statements never take long, so that silence means that the server is
    /// gone.
    var answersSoon = false
    /// Whether the server was silent for too long.
    private(set) var wasGivenUp = false
    /// Whether the server reported, since the last answer, that it stopped waiting for a standby.
    var hasLeftStandby = false

    /// Opens a session with these libpq parameters.
    init(
        _ parameters: [ConnectionParameter], secrets: Secrets = Secrets(), limit: Duration? = nil
    ) throws(PostgresError) {
        unsafe handle = try opened(parameters, secrets)
        self.parameters = parameters
        self.limit = limit
        unsafe heedNotices()
        unsafe _ = PQsetErrorVerbosity(handle, PQERRORS_DEFAULT)
        // A server that reads nothing must not block the sender.
        unsafe _ = PQsetnonblocking(handle, 1)
    }

    deinit { unsafe PQfinish(handle) }

    /// Whether the session can still be used.
    var isAlive: Bool { unsafe PQstatus(handle) == CONNECTION_OK && !wasGivenUp }

    /// Whether the session is inside a transaction block that has not failed.
    var isInTransaction: Bool { unsafe PQtransactionStatus(handle) == PQTRANS_INTRANS }

    /// Whether the session is outside any transaction block.
    var isIdle: Bool { unsafe PQtransactionStatus(handle) == PQTRANS_IDLE }

    /// Whether a statement is running.
    var isBusy: Bool { unsafe PQtransactionStatus(handle) == PQTRANS_ACTIVE }

    /// libpq's own message for a failed call.
    var complaint: String { unsafe oneLine(PQerrorMessage(handle)) }

    /// Closes the socket without a farewell: the server, or the network, is not responding.
    func giveUp() {
        wasGivenUp = true
        unsafe _ = shutdown(PQsocket(handle), Int32(SHUT_RDWR))
    }
}

/// libpq ends its messages with a line feed and may write several lines.
func oneLine(_ text: UnsafePointer<CChar>?) -> String {
    guard let text = unsafe text else { return "no reason was given" }
    return unsafe String(cString: text).split(whereSeparator: \.isNewline)
        .map { $0.drop(while: \.isWhitespace) }.joined(separator: "; ")
}

extension PQSession {
    /// Handles the server's notices.
    ///
    /// A notice may quote rows, and libpq would print it: it is discarded. One is remembered,
    /// recognised by the name of the function that it comes from, because its text may be in any
    /// language: that a wait for a standby was cancelled although the statement is reported as
    /// successful.
    @unsafe
    func heedNotices() {
        unsafe _ = PQsetNoticeReceiver(
            handle,
            { context, notice in
                guard let context = unsafe context,
                    let origin = unsafe PQresultErrorField(notice, Int32(UInt8(ascii: "R"))),
                    unsafe String(cString: origin) == "SyncRepWaitForLSN"
                else { return }
                // The session owns the connection that calls this, so it exists as long as the
                // connection.
                unsafe Unmanaged<PQSession>.fromOpaque(context).takeUnretainedValue()
                    .hasLeftStandby = true
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    /// Throws if the server did not wait for its standby before it answered.
    func requireStandby() throws(PostgresError) {
        guard hasLeftStandby else { return }
        hasLeftStandby = false
        throw .lost(
            message: "the server's wait for a standby was cancelled: what was committed is on the "
                + "server, and perhaps not on the standby", outcomeUnknown: true)
    }
}

extension PQSession {
    /// Waits for a notification or the timeout; all that have arrived count as one.
    func awaitNotification(
        until deadline: ContinuousClock.Instant
    ) throws(PostgresError) -> Bool {
        // No statement is running, so there is none to cancel with the task.
        exchange = Exchange(interruption: .shielded, outcomeUnknown: false, isAwaited: false)
        while !takeNotifications() {
            guard isAlive else { throw loss(outcomeUnknown: false) }
            if Task.isCancelled { throw .cancelled }
            guard ContinuousClock.now < deadline else { return false }
            try awaitInput()
        }
        return true
    }

    /// Discards the notifications that have arrived; false if there are none.
    private func takeNotifications() -> Bool {
        var isAny = false
        while let notification = unsafe PQnotifies(handle) {
            unsafe PQfreemem(notification)
            isAny = true
        }
        return isAny
    }
}

extension PQSession {
    /// The error for a failed result.
    func failure(_ answer: borrowing ServerAnswer) -> PostgresError {
        guard let report = answer.report else {
            return refusal(outcomeUnknown: exchange.outcomeUnknown)
        }
        return report.state == .queryCanceled ? stopped(report.message) : .server(report)
    }

    /// 57014 is used for time-outs and for cancellations: only the text distinguishes them, and the
    /// server may not report in English, so our own cancel requests are remembered.
    private func stopped(_ message: String) -> PostgresError {
        let byRequest = message == "canceling statement due to user request"
        return exchange.wasCancelled || byRequest ? .cancelled : .timeout
    }

    /// The error for a failed call of libpq itself.
    func refusal(outcomeUnknown: Bool) -> PostgresError {
        isAlive ? .usage(message: complaint) : loss(outcomeUnknown: outcomeUnknown)
    }

    /// The error for a lost session.
    func loss(outcomeUnknown: Bool) -> PostgresError {
        .lost(
            message: "the connection to PostgreSQL was lost; open a new one and try again",
            outcomeUnknown: outcomeUnknown)
    }
}
