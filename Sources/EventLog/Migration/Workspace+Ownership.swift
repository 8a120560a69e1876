import Postgres

extension Workspace {
    /// What a schema of this name is before a migration.
    enum Occupant: Equatable, Sendable {
        /// It does not exist.
        case nobody
        /// A workspace that this program created.
        case workspace
        /// A schema that something else created or uses.
        case somebodyElse
    }

    /// Throws if this program did not create the schema: a migration would revoke privileges that
    /// others were granted in it.
    ///
    /// - Returns: What the name refers to.
    func requireOwn(on connection: isolated Connection) throws -> Occupant {
        let occupant = try occupant(on: connection)
        guard occupant != .somebodyElse, !isReserved else {
            throw EventLogError.foreignSchema(name)
        }
        return occupant
    }

    /// Whether a schema of this name exists in every database.
    private var isReserved: Bool { name == "information_schema" }

    /// Finds out whether the schema is a workspace: it then has a table of applied migrations that
    /// is owned by the role of all workspaces.
    ///
    /// The owner of the schema is not a reliable sign: a restored or repaired one may have another.
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
}

extension Workspace {
    /// Objects and settings outside the workspace that could change what its tables contain or who
    /// may write to them, as text; empty if there are none.
    ///
    /// They do not belong to a schema, so no comparison with an expected schema finds them.
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

    /// Tables that inherit from a table of the workspace: their rows are read as its own.
    private var inheritance: Statement {
        """
        SELECT format('table %s inherits from %s', i.inhrelid::regclass, c.relname)
        FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhparent
        WHERE c.relnamespace = \(name)::regnamespace AND c.relkind = 'r' ORDER BY 1
        """
    }

    /// Default privileges on future objects of the schema.
    private var defaultPrivileges: Statement {
        """
        SELECT format('default privileges of %s in the schema', d.defaclrole::regrole)
        FROM pg_default_acl d WHERE d.defaclnamespace = \(name)::regnamespace
            OR d.defaclnamespace = 0 AND d.defaclrole::regrole::text = 'cases_owner' ORDER BY 1
        """
    }

    /// Event triggers, which could change what a migration creates.
    private var eventTriggers: Statement {
        """
        SELECT format('event trigger %s runs %s', e.evtname, e.evtfoid::regproc)
        FROM pg_event_trigger e WHERE e.evtenabled <> 'D' ORDER BY 1
        """
    }

    /// Settings that a session gets from its role, such as `search_path`.
    private var roleSettings: Statement {
        """
        SELECT format('role %s has settings of its own: %s', s.setrole::regrole,
            array_to_string(s.setconfig, ', '))
        FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole
        WHERE r.rolname = ANY (\(ownRoles)) ORDER BY 1
        """
    }

    /// Other roles that a role of the workspace is a member of, and so has the privileges of.
    private var memberships: Statement {
        """
        SELECT format('role %s is a member of %s', m.member::regrole, m.roleid::regrole)
        FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member
        WHERE r.rolname = ANY (\(ownRoles)) ORDER BY 1
        """
    }

    /// Roles of the workspace that can log in or have special attributes, and superusers among
    /// their members: privileges do not restrict those.
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
private let ownRoles = [
    "cases_owner", "cases_writer", "cases_projector", "cases_reader", "cases_signer",
]
