package import EventLog
import Postgres

/// Which database and which workspace a command works on.
package struct DatabaseChoice: Sendable {
    /// How much something matters that is told beside the data.
    package enum Importance: Sendable {
        case always
        case detail
    }

    /// What the record is opened for.
    package enum Purpose: Sendable {
        /// Any server will do, a standby too.
        case reading
        case writing
        /// Making and checking the workspace itself.
        case owning
    }

    /// The workspace.
    package let workspace: Workspace
    let origin: Origin
    let environment: [String: String]
    let tell: @Sendable (String, Importance) -> Void

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
    ///   - tell: takes lines for people.
    /// - Throws: `CaseworkError` where there can be no workspace of that name.
    package init(
        address: String?, workspace: String?, environment: [String: String],
        tell: @escaping @Sendable (String, Importance) -> Void
    ) throws(CaseworkError) {
        let name = workspace ?? environment["CASES_WORKSPACE"] ?? "cases"
        guard let workspace = Workspace(name) else {
            throw CaseworkError(
                .usage, "there can be no workspace of that name",
                hint: "a small letter, then letters, digits or _, at most 31 in all; not pg_…")
        }
        self.workspace = workspace
        self.environment = environment
        self.tell = tell
        origin = DatabaseChoice.origin(address, environment)
    }

    private static func origin(_ address: String?, _ environment: [String: String]) -> Origin {
        if let address = address ?? environment["CASES_DB"] { return .given(address) }
        let named = ["PGHOST", "PGHOSTADDR", "PGPORT", "PGDATABASE", "PGUSER", "PGSERVICE"]
        return named.contains { environment[$0] != nil } ? .given("") : .own
    }
}
