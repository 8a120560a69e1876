package import EventLog
import Postgres

/// Which database and which workspace a command works on.
package struct DatabaseChoice: Sendable {
    /// What the record is opened for.
    package enum Purpose: Sendable {
        /// Any server will do, a standby too.
        case reading
        case writing
        /// Comparing read models with the log: they are brought up to date first where the server
        /// takes writes.
        case checking
        /// Making the workspace itself.
        case owning
        /// Looking at the workspace as its owner does, on any server.
        case examining
    }

    /// The workspace.
    package let workspace: Workspace
    let origin: Origin
    /// How many seconds the server may be silent; 0 for as long as it likes.
    let timeout: Int
    let environment: [String: String]

    enum Origin: Sendable {
        /// An address that somebody gave, or an empty one where `PG*` says it all.
        case given(String)
        /// The private server.
        case own
    }

    /// The choice that options and environment make.
    ///
    /// - Parameters:
    ///   - address: a libpq URI or connection string; else `CASES_DB`, else `PG*`, else the private
    ///     server.
    ///   - workspace: else `CASES_WORKSPACE`, else `cases`.
    ///   - environment: of the process.
    /// - Throws: `CaseworkError` where there can be no workspace of that name, or `CASES_TIMEOUT` is
    ///   not a number of seconds.
    package init(
        address: String?, workspace: String?, environment: [String: String]
    ) throws(CaseworkError) {
        let name = workspace ?? environment["CASES_WORKSPACE"] ?? "cases"
        guard let workspace = Workspace(name) else {
            throw CaseworkError(
                .usage, "there can be no workspace of that name",
                hint: "a small letter, then letters, digits or _, at most 31 in all; not pg_…")
        }
        timeout = try DatabaseChoice.timeout(environment["CASES_TIMEOUT"])
        self.workspace = workspace
        self.environment = environment
        origin = DatabaseChoice.origin(address, environment)
    }

    private static func timeout(_ text: String?) throws(CaseworkError) -> Int {
        guard let text, !text.isEmpty else { return 30 }
        guard let seconds = Int(text), (0...86_400).contains(seconds) else {
            throw CaseworkError(
                .usage, "CASES_TIMEOUT must be a number of seconds from 0 to 86400",
                hint: "0 stands for no limit; where it is not set, the limit is 30 seconds")
        }
        return seconds
    }

    private static func origin(_ address: String?, _ environment: [String: String]) -> Origin {
        if let address = address ?? environment["CASES_DB"] { return .given(address) }
        let named = ["PGHOST", "PGHOSTADDR", "PGPORT", "PGDATABASE", "PGUSER", "PGSERVICE"]
        return named.contains { environment[$0] != nil } ? .given("") : .own
    }
}

/// A line without the passwords of the connection strings in it.
///
/// A connection string that stands where an argument of another kind is expected would be repeated by
/// the message that refuses it.
///
/// Patterns take a while, and a refusal may have a hundred thousand lines: few of them have what both
/// patterns need.
package func withoutPasswords(_ line: String) -> String {
    guard line.utf8.contains(where: { "@=".utf8.contains($0) }) else { return line }
    return line.replacing(#/(postgres(?:ql)?:\/\/[^\s:\/@'"]*):\S*@/#) { "\($0.1):…@" }
        .replacing(#/(password\s*=\s*)(?:'(?:\\.|[^'\\])*'|(?:\\.|[^\s&'"])+)/#.ignoresCase()) {
            "\($0.1)…"
        }
}
