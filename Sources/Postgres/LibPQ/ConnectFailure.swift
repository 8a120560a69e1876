import CLibPQ

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Why no session could be opened, parsed from libpq's report in its verbose form.
struct ConnectFailure {
    /// The report on one line, as libpq writes it in its default verbosity.
    private let message: String
    /// The SQLSTATE, the first one if there are several hosts; nil if no server answered.
    private let state: SQLState?
    /// Whether a later attempt may succeed.
    var passes: Bool

    /// The failure of a connection attempt; if `isTimeout`, libpq itself reports nothing.
    init(_ handle: OpaquePointer, isTimeout: Bool) {
        let report =
            isTimeout
            ? "\(unsafe ConnectFailure.place(handle)) failed: timeout expired"
            : unsafe PQerrorMessage(handle).map { unsafe String(cString: $0) } ?? ""
        self.init(report: report)
    }

    /// Parses a report: one line per host; further lines of a host are indented or labelled.
    init(report: String) {
        var (lines, states): ([String], [(SQLState, String)]) = ([], [])
        for line in report.split(whereSeparator: \.isNewline) where !line.hasPrefix("LOCATION:") {
            let text = String(line.drop(while: \.isWhitespace))
            guard let code = text.firstMatch(of: #/:  ([0-9A-Z]{5}): /#) else {
                lines.append(text)
                continue
            }
            lines.append(text.replacing(#/:  [0-9A-Z]{5}: /#, with: ":  ", maxReplacements: 1))
            states.append((SQLState(rawValue: String(code.1)), text))
        }
        message = lines.isEmpty ? "no reason was given" : lines.joined(separator: "; ")
        state = states.first?.0
        passes =
            states.contains(where: ConnectFailure.passes)
            || lines.contains(where: ConnectFailure.passes)
    }

    /// The error, without secrets.
    func error(hiding secrets: Secrets) -> PostgresError {
        let message = secrets.hidden(in: message)
        // PostgreSQL reports the second as an internal error: a session that cannot write its cache
        // of catalogs, for which there is no other reason than a full disk.
        if state == .diskFull || message.contains("could not write init file") {
            return .server(ServerReport(.diskFull, message))
        }
        return .unreachable(message: message, state: state, passes: passes)
    }

    /// Whether a refusal by the server is transient.
    ///
    /// 08P01 is PgBouncer's code for nearly all its refusals; its messages are never translated.
    private static func passes(_ state: SQLState, _ text: String) -> Bool {
        guard state == .protocolViolation else { return state.isPassing }
        return [
            "no more connections allowed", "server login", "server_login_retry",
            "query_wait_timeout",
            "cannot connect to server", "server conn crashed", "shutting down",
            "client_login_timeout",
            "pooler error", "server DNS lookup failed",
        ].contains { text.contains($0) }
    }

    /// Whether a failure of libpq itself is transient; this process never translates its messages.
    ///
    /// A socket is missing while its server restarts, but the folder of the socket remains.
    private static func passes(_ line: String) -> Bool {
        if line.contains("No such file or directory") {
            guard let socket = line.firstMatch(of: /on socket "(.+)\/[^\/"]+"/) else {
                return false
            }
            return unsafe access(String(socket.1), F_OK) == 0
        }
        return [
            "Connection refused", "Connection reset by peer", "Connection timed out",
            "timeout expired", "server closed the connection unexpectedly", "Broken pipe",
            "No route to host", "Host is down", "Network is unreachable", "Network is down",
            "Resource temporarily unavailable", "session is read-only",
            "server is in hot standby mode", "unexpected eof",
        ].contains { line.contains($0) }
    }

    /// The address that was tried, as libpq writes it.
    private static func place(_ handle: OpaquePointer) -> String {
        let host = unsafe PQhost(handle).map { unsafe String(cString: $0) } ?? ""
        let port = unsafe PQport(handle).map { unsafe String(cString: $0) } ?? ""
        return host.hasPrefix("/") || host.hasPrefix("@")
            ? "connection to server on socket \"\(host)/.s.PGSQL.\(port)\""
            : "connection to server at \"\(host)\", port \(port)"
    }
}
