import CLibPQ

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Opens a session with these parameters; the caller must finish it.
///
/// A host name may resolve to several addresses, and only libpq's blocking call moves on from one
/// that does not answer. That call is made if the first address did not answer and there may be
/// others.
func opened(
    _ parameters: [ConnectionParameter], _ secrets: Secrets
) throws(PostgresError) -> OpaquePointer {
    let dialling = try Dialling(parameters)
    let end: Dialling.End
    do { end = try dialling.run() } catch {
        unsafe PQfinish(dialling.handle)
        throw error
    }
    if end == .connected { return unsafe dialling.handle }
    var failure = unsafe ConnectFailure(dialling.handle, isTimeout: end == .timedOut)
    let mayMoveOn = end == .timedOut && dialling.mayHaveFurtherAddresses
    unsafe PQfinish(dialling.handle)
    if mayMoveOn, let handle = unsafe started(parameters, PQconnectdbParams) {
        if unsafe PQstatus(handle) == CONNECTION_OK { return unsafe handle }
        unsafe failure = ConnectFailure(handle, isTimeout: false)
        failure.passes = true
        unsafe PQfinish(handle)
    }
    throw failure.error(hiding: secrets)
}

/// A connection that is opened step by step.
///
/// After libpq's blocking call a refusal is known only by its text. Here the verbosity is set
/// before the server answers, so that the text includes the SQLSTATE.
@safe
struct Dialling {
    let handle: OpaquePointer

    /// The result of the attempt.
    enum End {
        case connected
        case refused
        case timedOut
    }

    /// Starts to connect.
    init(_ parameters: [ConnectionParameter]) throws(PostgresError) {
        guard let handle = unsafe started(parameters, PQconnectStartParams) else {
            throw .unreachable(message: "libpq is out of memory", state: nil, passes: false)
        }
        unsafe self.handle = handle
        unsafe _ = PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
    }

    /// Continues until the server accepts or refuses the session, or the time for an address is up.
    func run() throws(PostgresError) -> End {
        guard unsafe PQstatus(handle) != CONNECTION_BAD else { return .refused }
        let limit = limit
        var (address, deadline) = (self.address, limit.map { ContinuousClock.now + $0 })
        var step = PGRES_POLLING_WRITING
        while true {
            switch step {
            case PGRES_POLLING_OK: return .connected
            case PGRES_POLLING_FAILED: return .refused
            default: break
            }
            while !isReady(for: step) {
                if Task.isCancelled { throw .cancelled }
                if let deadline, ContinuousClock.now > deadline { return .timedOut }
            }
            step = unsafe PQconnectPoll(handle)
            if self.address != address {
                (address, deadline) = (self.address, limit.map { ContinuousClock.now + $0 })
            }
        }
    }

    /// Whether libpq can go on; waits for a moment.
    private func isReady(for step: PostgresPollingStatusType) -> Bool {
        let events = Int16(step == PGRES_POLLING_READING ? POLLIN : POLLOUT)
        var socket = unsafe pollfd(fd: PQsocket(handle), events: events, revents: 0)
        return unsafe poll(&socket, 1, 50) != 0
    }

    /// The address that is tried.
    private var address: [String] {
        unsafe [PQhost(handle), PQhostaddr(handle), PQport(handle)].map { part in
            guard let part = unsafe part else { return "" }
            return unsafe String(cString: part)
        }
    }

    /// `connect_timeout` from any of the user's settings, else 5 seconds; nil if 0 (no limit).
    private var limit: Duration? {
        guard let seconds = Int(setting("connect_timeout") ?? "") else { return .seconds(5) }
        return seconds > 0 ? .seconds(seconds) : nil
    }

    /// Whether there is a list of hosts, or a name that may have several addresses.
    var mayHaveFurtherAddresses: Bool {
        let hosts = [setting("host"), setting("hostaddr")].compactMap(\.self)
        if hosts.contains(where: { $0.contains(",") }) { return true }
        guard (setting("hostaddr") ?? "").isEmpty, let host = hosts.first else { return false }
        let isNumber = host.contains(":") || host.allSatisfy { $0.isNumber || $0 == "." }
        return !isNumber && !host.hasPrefix("/") && !host.hasPrefix("@") && !host.isEmpty
    }

    /// The value that libpq uses, from the address, the environment or a service file.
    private func setting(_ keyword: String) -> String? {
        guard let list = unsafe PQconninfo(handle) else { return nil }
        defer { unsafe PQconninfoFree(list) }
        var place = unsafe list
        while let word = unsafe place.pointee.keyword {
            if unsafe String(cString: word) == keyword {
                return unsafe place.pointee.val.map { unsafe String(cString: $0) }
            }
            unsafe place += 1
        }
        return nil
    }
}

/// Calls `connect` with the parameters in the form that libpq expects.
private func started(
    _ parameters: [ConnectionParameter],
    _ connect: (
        UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<UnsafePointer<CChar>?>?, Int32
    ) -> OpaquePointer?
) -> OpaquePointer? {
    var keywords = unsafe parameters.map { unsafe UnsafePointer(strdup($0.keyword)) }
    var values = unsafe parameters.map { unsafe UnsafePointer(strdup($0.value)) }
    defer {
        unsafe (keywords + values).forEach { unsafe free(UnsafeMutablePointer(mutating: $0)) }
    }
    unsafe keywords.append(nil)
    unsafe values.append(nil)
    return unsafe connect(keywords, values, 0)
}
