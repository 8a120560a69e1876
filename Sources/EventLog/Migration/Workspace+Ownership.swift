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

extension Workspace {
    /// What stands around the workspace and could change what its tables hold or who may write to them,
    /// in words; empty where nothing does.
    ///
    /// None of it belongs to a schema, so no comparison with an expected one finds it.
    func findingsAround(on connection: isolated Connection) throws -> [String] {
        var found: [String] = []
        for statement in [
            inheritance, defaultPrivileges, eventTriggers, roleSettings, memberships,
            roleAttributes,
        ] {
            found += try connection.query(statement) { row in
                try row.next(String.self)
            }
        }
        return found
    }

    /// Tables that inherit from one of the workspace: their rows are read as its own.
    private var inheritance: Statement {
        """
        SELECT format('table %s inherits from %s', i.inhrelid::regclass, c.relname)
        FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhparent
        WHERE c.relnamespace = \(name)::regnamespace AND c.relkind = 'r' ORDER BY 1
        """
    }

    /// Privileges that objects made later in the schema would get.
    private var defaultPrivileges: Statement {
        """
        SELECT format('default privileges of %s in the schema', d.defaclrole::regrole)
        FROM pg_default_acl d WHERE d.defaclnamespace = \(name)::regnamespace
            OR d.defaclnamespace = 0 AND d.defaclrole::regrole::text = 'cases_owner' ORDER BY 1
        """
    }

    /// Triggers on DDL, which could change what a migration makes.
    private var eventTriggers: Statement {
        """
        SELECT format('event trigger %s runs %s', e.evtname, e.evtfoid::regproc)
        FROM pg_event_trigger e WHERE e.evtenabled <> 'D' ORDER BY 1
        """
    }

    /// Settings that a session has from its role; a `search_path` is one.
    private var roleSettings: Statement {
        """
        SELECT format('role %s has settings of its own: %s', s.setrole::regrole,
            array_to_string(s.setconfig, ', '))
        FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole
        WHERE r.rolname = ANY (\(ownRoles)) ORDER BY 1
        """
    }

    /// Other roles whose rights one of the workspace's has.
    private var memberships: Statement {
        """
        SELECT format('role %s is a member of %s', m.member::regrole, m.roleid::regrole)
        FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member
        WHERE r.rolname = ANY (\(ownRoles)) ORDER BY 1
        """
    }

    /// Roles of the workspace that can log in or have special rights, and superusers among their members:
    /// privileges do not bind those.
    private var roleAttributes: Statement {
        """
        SELECT format('role %s may log in, or is bound by no privilege', r.rolname)
        FROM pg_roles r WHERE r.rolname = ANY (\(ownRoles))
            AND (r.rolsuper OR r.rolcanlogin OR r.rolcreaterole OR r.rolbypassrls)
        UNION ALL
        SELECT format('role %s, a member of %s, is a superuser', r.rolname, m.roleid::regrole)
        FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member
        JOIN pg_roles o ON o.oid = m.roleid
        WHERE r.rolsuper AND o.rolname = ANY (\(ownRoles)) ORDER BY 1
        """
    }
}

/// The roles of all workspaces.
private let ownRoles = ["cases_owner", "cases_writer", "cases_projector", "cases_reader"]
