package import EventLog
import Postgres

/// Which database and which workspace a command works on.
package struct DatabaseChoice: Sendable {
    /// What the record is opened for.
    package enum Purpose: Sendable {
        /// Any server, including a standby.
        case reading
        case writing
        /// Comparing read models with the log: they are updated first if the server accepts writes.
        case checking
        /// Signing checkpoints of the log.
        case signing
        /// Creating the workspace itself.
        case owning
        /// Examining the workspace with the owner's role, on any server.
        case examining
    }

    /// The workspace.
    package let workspace: Workspace
    let origin: Origin
    /// How many seconds the server may be silent; 0 for no limit.
    let timeout: Int
    let environment: [String: String]

    enum Origin: Sendable {
        /// An explicit address, or an empty one to use only `PG*`.
        case given(String)
        /// The private server.
        case own
    }

    /// Creates the choice from options and environment.
    ///
    /// - Parameters:
    ///   - address: A libpq URI or connection string; default `CASES_DB`, then `PG*`, then the
    ///     private server.
    ///   - workspace: Default `CASES_WORKSPACE`, then `cases`.
    ///   - environment: The environment of the process.
    /// - Throws: `CaseworkError` if the name of the workspace is invalid, or `CASES_TIMEOUT` is not
    ///   a number of seconds.
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
