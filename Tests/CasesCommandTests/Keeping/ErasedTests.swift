import Postgres
import TestSupport
import Testing

@Suite("An event whose body was erased")
struct ErasedTests {
    /// Lends `body` a desk whose seizure, position 8, was erased.
    private func withErased(_ body: (Desk) async throws -> Void) async throws {
        try await Desk.withAcme { desk in
            try await eraseSeizure(desk)
            try await body(desk)
        }
    }

    private func eraseSeizure(_ desk: Desk) async throws {
        try await desk.sql(
            """
            SET ROLE cases_owner;
            UPDATE WS.event SET body = NULL, salt = NULL WHERE position = 8;
            RESET ROLE
            """)
    }

    @Test("keeps its place in every answer, and says nothing")
    func answers() async throws {
        try await withErased { desk in
            let told = try await desk.done("timeline", "acme-seizure").output
            #expect(
                told == """
                    WHEN     WHAT                                          STATUS
                    2031-03  The ministry warns Acme that it may step in.  asserted
                             acme-seizure/warning [gazette-2031-04-02]
                    undated  What it said was erased.                      asserted
                             acme-seizure/seizure

                    as recorded at position 8

                    """)
            let entries = try await desk.json("timeline")["entries"].elements
            #expect(entries.map { $0["erased"] } == [.null, true])
            let event = try await desk.json("show", "acme-seizure/seizure")
            #expect(event["erased"] == true && event["position"].integer == 8)
            #expect(try await desk.json("show", "acme-seizure")["controls"].elements.isEmpty)
            #expect(try await desk.json("list")["cases"].elements.count == 1)
        }
    }

    @Test("stays told by the read models until they are rebuilt, and a check says so")
    func readModels() async throws {
        try await withErased { desk in
            let check = try await desk.run("rebuild", "--check")
            #expect(check.exitCode == 1)
            #expect(check.output.contains("the row case/acme-seizure 8 has another"))
            try await desk.done("rebuild")
            #expect(try await desk.run("rebuild", "--check").exitCode == 0)
            #expect(try await desk.done("search", "takes").output == "Nothing is found.\n")
            try await desk.done("add-actor", "bolt", "--name", "Bolt", "--type", "company")
            #expect(try await desk.run("rebuild", "--check").exitCode == 0)
        }
    }

    /// On a server of its own: an older transaction, of another test or of autovacuum, would keep rows.
    @Test("stands in no page of a table and in no statistics once the erasure is ended")
    func pages() async throws {
        try await OwnServer.use { server in
            let desk = server.desk
            try await desk.sql("ALTER SYSTEM SET autovacuum = off")
            try await desk.done("db", "stop")
            try desk.write(Acme.file, to: "acme.yaml")
            try await desk.done("import", "acme.yaml")
            try await eraseSeizure(desk)
            try await desk.sql("ANALYZE; CHECKPOINT")
            let before = try await traces(in: desk)
            #expect(before.pages > 0 && before.statistics > 0)
            try await endErasure(desk)
            let after = try await traces(in: desk)
            #expect(after == (0, 0))
        }
    }

    private func endErasure(_ desk: Desk) async throws {
        try await desk.done("rebuild")
        let tables = [
            "event", "case_state", "timeline_entry", "participant", "link", "mention", "register",
            "search_text",
        ]
        for table in tables { try await desk.sql("VACUUM (FULL, ANALYZE) WS.\(table)") }
        try await desk.sql("CHECKPOINT")
    }

    /// How often words of the erased event, which no other has, stand in pages and in statistics.
    private func traces(in desk: Desk) async throws -> (pages: Int64, statistics: Int64) {
        try await desk.database.withConnection { connection in
            let pages = try await connection.query(
                """
                SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace,
                    regexp_matches(
                        encode(pg_read_binary_file(pg_relation_filepath(c.oid)), 'escape'),
                        'takes control', 'g')
                WHERE n.nspname = \(desk.workspace) AND c.relkind = 'r'
                """
            ) { row in try row.next(Int64.self) }
            let statistics = try await connection.query(
                """
                SELECT count(*) FROM pg_stats s WHERE s.schemaname = \(desk.workspace)
                    AND to_jsonb(s)::text LIKE '%takes%'
                """
            ) { row in try row.next(Int64.self) }
            return (pages[0], statistics[0])
        }
    }

    @Test("is counted by a verification, which can only check its header")
    func verify() async throws {
        try await withErased { desk in
            let told = try await desk.done("verify").output.split(separator: "\n")
            #expect(
                told.prefix(2) == [
                    "8 events verified",
                    "1 body was erased: of that event only the header could be checked",
                ])
            #expect(try await desk.json("verify")["erased"].integer == 1)
            try await desk.sql(
                """
                SET ROLE cases_owner;
                UPDATE WS.event SET body = NULL, salt = NULL WHERE body IS NOT NULL;
                RESET ROLE
                """)
            let all = try await desk.done("verify").output.split(separator: "\n")
            #expect(
                all.prefix(2) == [
                    "8 events verified",
                    "all bodies were erased: only the headers could be checked",
                ])
        }
    }

    @Test("is exported as what is left of it, which an import refuses")
    func export() async throws {
        try await withErased { desk in
            let lines = try await desk.done("export", "--format", "jsonl").lines
            let last = try JSON(try #require(lines.last))
            #expect(lines.count == 8)
            #expect(last["erased"] == true && last["key"] == "seizure" && last["summary"] == .null)
            try desk.write(lines.joined(separator: "\n") + "\n", to: "all.jsonl")
            let refused = try await desk.run("import", "all.jsonl")
            #expect(refused.exitCode == 65)
            #expect(refused.errors.contains("all.jsonl:8:"))
            #expect(refused.errors.contains("this event was erased: there is nothing to record"))
        }
    }
}
