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

/// A keyword of libpq, as far as the user has spoken about it.
private struct Option {
    let keyword: String
    /// What the address says.
    let given: String?
    /// What the environment says.
    let environment: String?
}

extension ConnectionSettings {
    /// What libpq is to be told: the address, our defaults where the user is silent, time-outs.
    func parameters() throws(PostgresError) -> [ConnectionParameter] {
        let options = try parsed(address)
        let given = options.compactMap { option in
            option.given.map { ConnectionParameter(keyword: option.keyword, value: $0) }
        }
        let own = defaults(where: options) + [limits(options), Self.encoding].compactMap(\.self)
        let overridden = Set(own.map(\.keyword))
        return given.filter { !overridden.contains($0.keyword) } + own
    }

    /// Strings are decoded as UTF-8, so no user may choose otherwise.
    private static let encoding = ConnectionParameter(keyword: "client_encoding", value: "UTF8")

    /// Our defaults for the keywords that neither address nor environment speaks of.
    ///
    /// A service file may speak of any, and libpq reads it too late to ask: it silences them all.
    private func defaults(where options: [Option]) -> [ConnectionParameter] {
        let spoken = Set(options.filter { $0.given != nil || $0.environment != nil }.map(\.keyword))
        guard !spoken.contains("service") else { return [] }
        return [
            ("connect_timeout", "5"), ("tcp_user_timeout", "10000"), ("keepalives_idle", "10"),
            ("target_session_attrs", access.rawValue), ("application_name", "cases"),
        ].filter { !spoken.contains($0.0) }
            .map { ConnectionParameter(keyword: $0.0, value: $0.1) }
    }

    /// The time-outs, before the user's own options: of two, the server takes the later.
    private func limits(_ options: [Option]) -> ConnectionParameter? {
        let limits = [("statement_timeout", statementTimeout), ("lock_timeout", lockTimeout)]
            .compactMap { name, limit in limit.map { "-c \(name)=\($0)" } }
        guard !limits.isEmpty else { return nil }
        let users = options.first { $0.keyword == "options" }
        let all = limits + [users?.given ?? users?.environment].compactMap(\.self)
        return ConnectionParameter(keyword: "options", value: all.joined(separator: " "))
    }
}

/// Every keyword of libpq with what `address` and the environment say of it.
///
/// libpq's reason for refusing an address may quote a password from it, so it is not passed on.
private func parsed(_ address: String) throws(PostgresError) -> [Option] {
    var reason: UnsafeMutablePointer<CChar>?
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
                environment: environment.map { unsafe String(cString: $0) }))
        unsafe place += 1
    }
    return options
}
