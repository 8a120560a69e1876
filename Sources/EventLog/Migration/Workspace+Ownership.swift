import Postgres

extension Workspace {
    /// What a schema of this name is, before a migration.
    enum Occupant: Equatable, Sendable {
        /// There is none.
        case nobody
        /// A workspace that this program made.
        case workspace
        /// A schema that something else made or uses.
        case somebodyElse
    }

    /// Refuses a schema that this program did not make: a migration would take away what others
    /// were granted in it.
    ///
    /// - Returns: What the name stands for.
    func requireOwn(on connection: isolated Connection) throws -> Occupant {
        let occupant = try occupant(on: connection)
        guard occupant != .somebodyElse, !isReserved else {
            throw EventLogError.foreignSchema(name)
        }
        return occupant
    }

    /// Whether every database has a schema of this name.
    private var isReserved: Bool { name == "information_schema" }

    /// A workspace has a table of applied migrations that belongs to the role of all workspaces.
    ///
    /// The owner of the schema does not tell: a restored or repaired one may have another.
    private func occupant(on connection: isolated Connection) throws -> Occupant {
        let schemas = try connection.query(
            """
            SELECT EXISTS (
                SELECT FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner
                WHERE c.relnamespace = n.oid AND c.relname = 'migration' AND c.relkind = 'r'
                    AND r.rolname = 'cases_owner')
            FROM pg_namespace n WHERE n.nspname = \(name)
            """
        ) { row in try row.next(Bool.self) }
        return schemas.first.map { $0 ? .workspace : .somebodyElse } ?? .nobody
    }

    /// Refuses a schema that somebody else made while this migration was about to.
    ///
    /// `CREATE SCHEMA IF NOT EXISTS` says nothing of it.
    func requireMade(on connection: isolated Connection) throws {
        let owners = try connection.query(
            """
            SELECT r.rolname FROM pg_namespace n JOIN pg_roles r ON r.oid = n.nspowner
            WHERE n.nspname = \(name)
            """
        ) { row in try row.next(String.self) }
        guard owners == ["cases_owner"] else { throw EventLogError.foreignSchema(name) }
    }
}
