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
final class Link {
    let handle: OpaquePointer
    let parameters: [ConnectionParameter]
    /// How long the server may be silent; nil for as long as it likes.
    let limit: Duration?
    var prepared = PreparedStatements()
    var exchange = Exchange(patience: .shielded, outcomeUnknown: false)
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
