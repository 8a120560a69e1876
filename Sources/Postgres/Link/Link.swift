import CLibPQ

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One session with a server: owns the `PGconn` and waits for its answers.
///
/// Every call blocks the calling thread until the server has spoken.
@safe
final class Link {
    let handle: OpaquePointer
    var prepared = PreparedStatements()
    var exchange = Exchange(patience: .shielded, outcomeUnknown: false)

    /// Opens a session with these libpq parameters.
    init(_ parameters: [ConnectionParameter]) throws(PostgresError) {
        guard let handle = unsafe connected(parameters) else {
            throw .unreachable(message: "libpq is out of memory")
        }
        unsafe self.handle = handle
        guard unsafe PQstatus(handle) == CONNECTION_OK else {
            throw .unreachable(message: unsafe oneLine(PQerrorMessage(handle)))
        }
        // A notice may quote rows, and libpq would print it: it goes nowhere.
        unsafe _ = PQsetNoticeReceiver(handle, { _, _ in }, nil)
    }

    deinit { unsafe PQfinish(handle) }

    /// Whether the session can still be used.
    var isAlive: Bool { unsafe PQstatus(handle) == CONNECTION_OK }

    /// Whether the session is inside a transaction block that has not failed.
    var isInTransaction: Bool { unsafe PQtransactionStatus(handle) == PQTRANS_INTRANS }

    /// Whether the session is outside any transaction block.
    var isIdle: Bool { unsafe PQtransactionStatus(handle) == PQTRANS_IDLE }

    /// Whether a statement is running.
    var isBusy: Bool { unsafe PQtransactionStatus(handle) == PQTRANS_ACTIVE }

    /// libpq's own words for what it would not do.
    var complaint: String { unsafe oneLine(PQerrorMessage(handle)) }
}

/// libpq ends its messages with a line feed and may write several lines.
private func oneLine(_ text: UnsafePointer<CChar>?) -> String {
    guard let text = unsafe text else { return "no reason was given" }
    return unsafe String(cString: text).split(whereSeparator: \.isNewline)
        .map { $0.drop(while: \.isWhitespace) }.joined(separator: "; ")
}

private func connected(_ parameters: [ConnectionParameter]) -> OpaquePointer? {
    var keywords = unsafe parameters.map { unsafe UnsafePointer(strdup($0.keyword)) }
    var values = unsafe parameters.map { unsafe UnsafePointer(strdup($0.value)) }
    defer {
        unsafe (keywords + values).forEach { unsafe free(UnsafeMutablePointer(mutating: $0)) }
    }
    unsafe keywords.append(nil)
    unsafe values.append(nil)
    return unsafe PQconnectdbParams(keywords, values, 0)
}
