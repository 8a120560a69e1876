import Foundation
import TestSupport
import Testing

@Suite("Trouble of the server is told in plain words", .serialized)
struct ServerTroubleTests {
    @Test("a full disk is a full disk, and the same command may be run again")
    func fullDisk() async throws {
        try await Desk.withAcme { desk in
            try await desk.sql(
                """
                CREATE FUNCTION WS.fill() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    RAISE EXCEPTION 'could not extend file: No space left on device'
                        USING ERRCODE = 'disk_full';
                END $$;
                CREATE TRIGGER fill BEFORE INSERT ON WS.event
                FOR EACH ROW EXECUTE FUNCTION WS.fill();
                """)
            let refusal = Refusal(
                exitCode: 75, code: "try_again",
                text: """
                    cases: disk full: the server has no space left (could not extend file: No space \
                    left on device)
                           make room there, then run the same command again: nothing is recorded \
                    twice
                    """)
            try await refusal.check(["open", "a", "--title", "A"], at: desk)
        }
    }

    @Test("a clock that ran ahead is named by every append and by doctor")
    func clock() async throws {
        try await Desk.withAcme { desk in
            let before = try await desk.done("open", "a", "--title", "A")
            #expect(before.errors.isEmpty)
            try await desk.sql(
                "UPDATE WS.head SET recorded_at = clock_timestamp() + interval '3652 days 90 minutes'"
            )
            let recorded = try await desk.done("open", "b", "--title", "B")
            #expect(
                recorded.errors.hasPrefix(
                    "the log is 3652 days 1 hour ahead of the server's clock: "))
            try desk.write(
                """
                {"stream":"case/c","type":"case.opened","key":"opened","data":{"title":"C"}}
                {"stream":"case/d","type":"case.opened","key":"opened","data":{"title":"D"}}

                """, to: "two.jsonl")
            let batches = try await desk.done("import", "two.jsonl", "--batch", "1")
            #expect(
                batches.errors.components(separatedBy: "ahead of the server's clock").count == 2)
            let told = try await desk.run("doctor", "--json")
            #expect(told.exitCode == 1)
            let bad = try JSON(told.stdout)["checks"].elements.filter { $0["ok"] == false }
            #expect(bad.map { $0["check"] } == ["times of the log"])
        }
    }

    @Test("a schema that is no workspace is not made one")
    func foreignSchema() async throws {
        try await Desk.use { desk in
            try await desk.database.withWorkspaceName { name in
                try await desk.sql("CREATE SCHEMA \(name)")
                for schema in [name, "public", "information_schema"] {
                    let told = try await desk.run("db", "migrate", "--workspace", schema)
                    #expect(told.exitCode == 64)
                    #expect(
                        told.errors == """
                            cases: the schema \(schema) is not a workspace: this program did not \
                            make it
                                   nothing was changed; choose another name with --workspace

                            """)
                }
            }
        }
    }
}
