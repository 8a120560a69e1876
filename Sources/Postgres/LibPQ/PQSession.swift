import CLibPQ

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One session with a server: owns the `PGconn` and waits for its answers.
///
/// Every call blocks the calling thread until the server has answered, or has been silent for longer
/// than the session's limit.
@safe
final class PQSession {
    let handle: OpaquePointer
    let parameters: [ConnectionParameter]
    /// How long the server may be silent; nil for as long as it likes.
    let limit: Duration?
    var prepared = PreparedStatements()
    var exchange = Exchange(interruption: .shielded, outcomeUnknown: false)
    /// Whether the statements that follow never take long, so that no silence of theirs is work.
    var answersSoon = false
    /// Whether the server was silent for too long.
    private(set) var wasGivenUp = false
    /// Whether the server said, since the last answer, that it no longer waits for a standby.
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
        // A server that reads nothing must not hold up the sender.
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

    /// libpq's own words for what it would not do.
    var complaint: String { unsafe oneLine(PQerrorMessage(handle)) }

    /// Ends the session without another word: the server, or what lies before it, does not listen.
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
    /// Takes in what the server says beside its answers.
    ///
    /// A notice may quote rows, and libpq would print it: it goes nowhere. But one is remembered, by the
    /// name of the function that it comes from, for its text may be in any language: that a wait for a
    /// standby was cancelled, while the answer says that all is well.
    @unsafe
    func heedNotices() {
        unsafe _ = PQsetNoticeReceiver(
            handle,
            { context, notice in
                guard let context = unsafe context,
                    let origin = unsafe PQresultErrorField(notice, Int32(UInt8(ascii: "R"))),
                    unsafe String(cString: origin) == "SyncRepWaitForLSN"
                else { return }
                // The link owns the connection that calls this: it is there as long as that is.
                unsafe Unmanaged<PQSession>.fromOpaque(context).takeUnretainedValue()
                    .hasLeftStandby = true
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    /// Refuses an answer behind which the server did not wait for its standby.
    func requireStandby() throws(PostgresError) {
        guard hasLeftStandby else { return }
        hasLeftStandby = false
        throw .lost(
            message: "the server's wait for a standby was cancelled: what was committed is on the "
                + "server, and perhaps not on the standby", outcomeUnknown: true)
    }
}

extension PQSession {
    /// Waits until a notification has come, or the time is up; all that have come count as one.
    func awaitNotification(
        until deadline: ContinuousClock.Instant
    ) throws(PostgresError) -> Bool {
        // No statement is running, so none is to be cancelled with the task.
        exchange = Exchange(interruption: .shielded, outcomeUnknown: false, isAwaited: false)
        while !takeNotifications() {
            guard isAlive else { throw loss(outcomeUnknown: false) }
            if Task.isCancelled { throw .cancelled }
            guard ContinuousClock.now < deadline else { return false }
            try awaitInput()
        }
        return true
    }

    /// Throws away the notifications that have come; false where there are none.
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
    /// The error that a failed answer stands for.
    func failure(_ answer: borrowing ServerAnswer) -> PostgresError {
        guard let report = answer.report else {
            return refusal(outcomeUnknown: exchange.outcomeUnknown)
        }
        return report.state == .queryCanceled ? stopped(report.message) : .server(report)
    }

    /// 57014 stands for a time-out as for a cancellation: only the text tells them apart, and a
    /// server may speak another language than English, so our own requests are remembered.
    private func stopped(_ message: String) -> PostgresError {
        let byRequest = message == "canceling statement due to user request"
        return exchange.wasCancelled || byRequest ? .cancelled : .timeout
    }

    /// The error for what libpq itself refused or could not do.
    func refusal(outcomeUnknown: Bool) -> PostgresError {
        isAlive ? .usage(message: complaint) : loss(outcomeUnknown: outcomeUnknown)
    }

    /// The error for a session that broke.
    func loss(outcomeUnknown: Bool) -> PostgresError {
        .lost(
            message: "the connection to PostgreSQL was lost; open a new one and try again",
            outcomeUnknown: outcomeUnknown)
    }
}
