import CLibPQ

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One keyword of libpq with its value.
struct ConnectionParameter: Hashable {
    let keyword: String
    let value: String
}

/// A keyword of libpq, with the values that the user has set.
private struct Option {
    let keyword: String
    /// The value in the address.
    let given: String?
    /// The value from the environment.
    let environment: String?
    /// Whether libpq treats the value as a secret.
    let isSecret: Bool
}

extension ConnectionSettings {
    /// The parameters for libpq: the address, our defaults for what the user has not set, and
    /// time-outs.
    func parameters() throws(PostgresError) -> (all: [ConnectionParameter], secrets: Secrets) {
        let options = try parsed(address)
        let passwords = options.filter(\.isSecret).flatMap { [$0.given, $0.environment] }
        let secrets = Secrets(of: address, passwords: passwords.compactMap(\.self))
        let given = options.compactMap { option in
            option.given.map { ConnectionParameter(keyword: option.keyword, value: $0) }
        }
        let own = defaults(where: options) + [limits(options), Self.encoding].compactMap(\.self)
        let overridden = Set(own.map(\.keyword))
        return (given.filter { !overridden.contains($0.keyword) } + own, secrets)
    }

    /// Strings are decoded as UTF-8, so the user cannot choose another encoding.
    private static let encoding = ConnectionParameter(keyword: "client_encoding", value: "UTF8")

    /// Our defaults for the keywords that neither address nor environment sets.
    ///
    /// A service file may set any keyword, but libpq reads it too late to find out: if there is
    /// one, no defaults are applied.
    private func defaults(where options: [Option]) -> [ConnectionParameter] {
        let spoken = Set(options.filter { $0.given != nil || $0.environment != nil }.map(\.keyword))
        guard !spoken.contains("service") else { return [] }
        return [
            ("connect_timeout", "5"), ("tcp_user_timeout", tcpTimeout(options)),
            ("keepalives_idle", "10"),
            ("keepalives_interval", "5"), ("keepalives_count", "3"),
            ("target_session_attrs", access.rawValue), ("application_name", "cases"),
        ].filter { !spoken.contains($0.0) }
            .map { ConnectionParameter(keyword: $0.0, value: $0.1) }
    }

    /// How long sent bytes may stay unacknowledged, in milliseconds: 10 seconds, or the user's
    /// connection time-out if that is longer, because the limit also applies while connecting.
    private func tcpTimeout(_ options: [Option]) -> String {
        let users = options.first { $0.keyword == "connect_timeout" }
        let seconds = Int(users?.given ?? users?.environment ?? "") ?? 0
        return String(max(10, min(seconds, 86_400)) * 1_000)
    }

    /// The time-outs, placed before the user's own options: the server uses the last of two
    /// settings.
    private func limits(_ options: [Option]) -> ConnectionParameter? {
        let limits = [("statement_timeout", statementTimeout), ("lock_timeout", lockTimeout)]
            .compactMap { name, limit in limit.map { "-c \(name)=\($0)" } }
        guard !limits.isEmpty else { return nil }
        let users = options.first { $0.keyword == "options" }
        let all = limits + [users?.given ?? users?.environment].compactMap(\.self)
        return ConnectionParameter(keyword: "options", value: all.joined(separator: " "))
    }
}

/// Every keyword of libpq with its values from `address` and the environment.
///
/// libpq's reason for refusing an address may quote a password from it, so it is not passed on.
private func parsed(_ address: String) throws(PostgresError) -> [Option] {
    var reason: UnsafeMutablePointer<CChar>?
    guard !Secrets.isMistaken(address) else {
        throw .usage(
            message: "the connection string has more than one @ before its host; "
                + "in a password write @ as %40, / as %2F and : as %3A")
    }
    guard let list = unsafe PQconninfoParse(address, &reason) else {
        unsafe PQfreemem(reason)
        throw .usage(
            message: "the connection string is neither KEYWORD=VALUE pairs nor a URI; "
                + "write it as postgresql://USER@HOST/DATABASE")
    }
    defer { unsafe PQconninfoFree(list) }
    var options: [Option] = []
    var place = unsafe list
    while let keyword = unsafe place.pointee.keyword {
        let variable = unsafe place.pointee.envvar
        let environment = unsafe variable.flatMap { unsafe getenv($0) }
        options.append(
            unsafe Option(
                keyword: String(cString: keyword),
                given: place.pointee.val.map { unsafe String(cString: $0) },
                environment: environment.map { unsafe String(cString: $0) },
                isSecret: place.pointee.dispchar.map { unsafe $0.pointee == CChar(42) } ?? false))
        unsafe place += 1
    }
    return options
}
