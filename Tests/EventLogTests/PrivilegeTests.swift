import CaseModel
import EventLog
import Postgres
import TestSupport
import Testing

@Suite("Privileges")
struct PrivilegeTests {
    private static let reading: Set<String> = [
        "USAGE of the schema", "SELECT of event", "SELECT of head", "SELECT of migration",
        "EXECUTE of header", "EXECUTE of leaf",
    ]

    /// What may be done, in full, to the tables that can be made anew from the log.
    private static func readModels(_ privileges: String...) -> Set<String> {
        let tables = [
            "projection", "rebuild_share", "case_state", "timeline_entry", "participant", "link",
            "mention", "register", "search_text", "unreadable_event", "measure",
            "due_day",
        ]
        return Set(tables.flatMap { table in privileges.map { "\($0) of \(table)" } })
    }

    private static let subtrees: Set<String> = [
        "SELECT of subtree", "INSERT of subtree", "DELETE of subtree", "SELECT of checkpoint",
    ]

    private static let views: Set<String> = [
        "SELECT of events", "SELECT of entries", "SELECT of actors", "SELECT of sources",
        "SELECT of cases", "SELECT of links", "SELECT of participants", "SELECT of measures",
        "SELECT of claims", "SELECT of read_models", "SELECT of unreadable_events",
        "EXECUTE of day_of", "EXECUTE of event_name", "EXECUTE of id_in", "EXECUTE of sql_version",
        "EXECUTE of events_known_at", "EXECUTE of events_up_to", "EXECUTE of entries_between",
        "EXECUTE of claims_published_by",
    ]

    /// What each role may do, in full: anything not named here is refused.
    private static let granted: [String: Set<String>] = [
        "cases_writer": reading.union([
            "EXECUTE of append", "EXECUTE of append_one", "EXECUTE of append_batch",
            "EXECUTE of flush", "SELECT of access_token",
        ])
        .union(readModels("SELECT", "INSERT", "UPDATE", "DELETE")).union(subtrees),
        "cases_projector": reading.union(readModels("SELECT", "INSERT", "UPDATE", "DELETE"))
            .union(subtrees),
        "cases_reader": reading.union(readModels("SELECT")).union(views).union([
            "SELECT of subtree", "SELECT of checkpoint",
        ]),
        "cases_signer": [
            "USAGE of the schema", "SELECT of head", "SELECT of migration", "SELECT of subtree",
            "INSERT of subtree", "SELECT of checkpoint", "INSERT of checkpoint",
        ],
        "public": [],
    ]

    @Test("each role has just what its file grants", arguments: granted.keys.sorted())
    func matrix(role: String) async throws {
        try await Scratch.use { scratch in
            let name = scratch.workspace.name
            let held = try await scratch.connection.query(
                """
                SELECT p || ' of the schema' FROM unnest(ARRAY['USAGE', 'CREATE']) p
                WHERE has_schema_privilege(\(role), \(name), p)
                UNION ALL
                SELECT p || ' of ' || c.relname
                FROM pg_class c CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE',
                    'TRUNCATE', 'REFERENCES', 'TRIGGER']) p
                WHERE c.relnamespace = \(name)::regnamespace AND c.relkind IN ('r', 'v')
                    AND (has_table_privilege(\(role), c.oid, p) OR p IN ('INSERT', 'UPDATE')
                        AND has_any_column_privilege(\(role), c.oid, p))
                UNION
                SELECT 'EXECUTE of ' || f.proname FROM pg_proc f
                WHERE f.pronamespace = \(name)::regnamespace
                    AND has_function_privilege(\(role), f.oid, 'EXECUTE')
                """
            ) { row in try row.next(String.self) }
            #expect(Set(held) == Self.granted[role])
        }
    }

    @Test("the signer reads positions and leaves, and nothing that an event says")
    func signer() async throws {
        try await Scratch.use { scratch in
            let name = scratch.workspace.name
            let columns = try await scratch.connection.query(
                """
                SELECT a.attname::text FROM pg_attribute a
                WHERE a.attrelid = format('%I.event', \(name))::regclass AND a.attnum > 0
                    AND has_column_privilege('cases_signer', a.attrelid, a.attnum, 'SELECT')
                """
            ) { row in try row.next(String.self) }
            #expect(columns.sorted() == ["leaf", "position"])
        }
    }

    @Test("a view and a function on views have the privileges of their caller")
    func invokers() async throws {
        try await Scratch.use { scratch in
            let name = scratch.workspace.name
            let others = try await scratch.connection.query(
                """
                SELECT c.relname::text FROM pg_class c
                WHERE c.relnamespace = \(name)::regnamespace AND c.relkind = 'v'
                    AND c.reloptions IS DISTINCT FROM '{security_invoker=true}'
                UNION ALL
                SELECT f.proname::text FROM pg_proc f
                WHERE f.pronamespace = \(name)::regnamespace AND f.prosecdef
                    AND has_function_privilege('cases_reader', f.oid, 'EXECUTE')
                """
            ) { row in try row.next(String.self) }
            #expect(others.isEmpty)
        }
    }

    @Test("nobody logs in as a role of the cluster, and none inherits power")
    func roles() async throws {
        try await Scratch.use { scratch in
            let powerful = try await scratch.connection.query(
                """
                SELECT rolname FROM pg_roles WHERE rolname LIKE 'cases\\_%'
                AND (rolcanlogin OR rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls)
                """
            ) { row in try row.next(String.self) }
            #expect(powerful.isEmpty)
        }
    }

    @Test("a role that was set is recorded beside the one that logged in, and may append")
    func author() async throws {
        try await Scratch.use { scratch in
            try await scratch.connection.run(script: "SET ROLE cases_writer")
            _ = try await scratch.log.append([.make()], by: "anna")
            let events = try await scratch.log.events(in: .at("acme-seizure"))
            #expect(events.map(\.recordedBy) == ["postgres:cases_writer/anna"])
        }
    }

    @Test("a role without EXECUTE is told that it is not permitted")
    func notPermitted() async throws {
        try await Scratch.use { scratch in
            try await scratch.connection.run(script: "SET ROLE cases_reader")
            let error = await #expect(throws: EventLogError.self) {
                try await scratch.log.append([.make()], by: "anna")
            }
            guard case .notPermitted = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test("temporary tables and functions that bear the log's names change nothing")
    func shadowing() async throws {
        try await Scratch.use { scratch in
            try await scratch.connection.run(
                script: """
                    CREATE TEMP TABLE event (LIKE "\(scratch.workspace.name)".event);
                    CREATE TEMP TABLE head (one boolean, position bigint, recorded_at timestamptz);
                    CREATE FUNCTION pg_temp.sha256(bytea) RETURNS bytea LANGUAGE sql
                        AS $$ SELECT '\\x00'::bytea $$;
                    CREATE FUNCTION pg_temp.gen_random_uuid() RETURNS uuid LANGUAGE sql
                        AS $$ SELECT '00000000-0000-0000-0000-000000000000'::uuid $$;
                    SET search_path = pg_temp, pg_catalog;
                    """)
            _ = try await scratch.log.append([.make()], by: "anna")
            _ = try await scratch.log.append([.make(), .make()], by: "anna")
            #expect(try await scratch.count() == 3)
            let events = try await scratch.log.events(in: .at("acme-seizure"))
            #expect(events.allSatisfy { $0.digest.count == 32 && $0.salt != zeros(16) })
        }
    }

    @Test("no setting of the session makes a pattern mean something else")
    func settings() async throws {
        try await Scratch.use { scratch in
            try await scratch.connection.run(
                script: """
                    SET standard_conforming_strings = off; SET escape_string_warning = off;
                    SET transform_null_equals = on; SET TimeZone = 'Asia/Kathmandu';
                    SET DateStyle = 'German'; SET bytea_output = escape;
                    SET quote_all_identifiers = on; SET client_encoding = 'LATIN1'
                    """)
            for (type, name) in [("controlXtaken", "anna"), ("control.taken", "an\nna")] {
                let event = try NewEvent.make(type: type)
                await #expect(throws: EventLogError.self) {
                    try await scratch.log.append([event], by: name)
                }
            }
            _ = try await scratch.log.append([.make()], by: "anna")
            let matching = try await scratch.connection.query(
                """
                SELECT count(*) FROM \(identifier: scratch.workspace.name).event
                WHERE leaf = sha256(decode('00', 'hex') || convert_to(concat_ws(chr(10),
                    'cases.event/1', 'stream: ' || stream, 'version: ' || version, 'id: ' || id,
                    'type: ' || type, 'recorded-at: ' || to_char(recorded_at AT TIME ZONE 'UTC',
                        'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'recorded-by: ' || recorded_by,
                    'body: ' || encode(digest, 'hex'), ''), 'UTF8'))
                """
            ) { row in try row.next(Int64.self) }
            #expect(matching == [1])
        }
    }
}

private func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }
