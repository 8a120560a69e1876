import EventLog
import Foundation
import Schema
import Testing

@Suite("The installed schema")
struct SchemaDifferenceTests {
    /// What somebody may do to a schema, and what is then said of it.
    private static let damages: [(script: String, difference: String)] = [
        (
            "ALTER TABLE WS.event DISABLE TRIGGER event_refuses_update",
            "trigger event_refuses_update of event: state disabled, "
                + "expected enabled always"
        ),
        (
            "ALTER TABLE WS.event ENABLE TRIGGER event_refuses_update",
            "trigger event_refuses_update of event: state enabled except on replicas, "
                + "expected enabled always"
        ),
        (
            "DROP TRIGGER head_refuses_delete ON WS.head",
            "trigger head_refuses_delete of head is missing"
        ),
        ("DROP INDEX WS.event_stream_key", "index event_stream_key is missing"),
        (
            "ALTER TABLE WS.event DROP CONSTRAINT event_is_well_formed",
            "constraint event_is_well_formed of event is missing"
        ),
        (
            """
            CREATE OR REPLACE FUNCTION WS.recorded_by(name text) RETURNS text
            LANGUAGE sql STABLE PARALLEL SAFE RETURN 'anna'
            """,
            "function recorded_by(name text): body not as expected"
        ),
        (
            "ALTER FUNCTION WS.append_one(uuid, text, text, json, text, bigint, boolean) SECURITY INVOKER",
            "security its caller's, expected its owner's"
        ),
        (
            "ALTER FUNCTION WS.append_one(uuid, text, text, json, text, bigint, boolean) RESET search_path",
            "settings lock_timeout=2s, enable_seqscan=off, expected search_path=pg_catalog, pg_temp"
        ),
        ("GRANT INSERT ON WS.event TO cases_writer", "table event: privileges not as expected"),
        ("GRANT UPDATE (position) ON WS.head TO PUBLIC", "column position of head: privileges"),
        ("ALTER TABLE WS.event OWNER TO postgres", "table event: owner postgres"),
        ("ALTER TABLE WS.event ADD COLUMN more text", "column more of event is not expected here"),
        (
            "ALTER TABLE WS.event ALTER COLUMN salt SET NOT NULL",
            "nullability NOT NULL, expected NULL"
        ),
        (
            "CREATE RULE quiet AS ON INSERT TO WS.event DO INSTEAD NOTHING",
            "rule quiet of event is not expected here"
        ),
        (
            "ALTER VIEW WS.entries SET (security_invoker = false)",
            "view entries: options security_invoker=false, expected security_invoker=true"
        ),
        (
            """
            CREATE OR REPLACE VIEW WS.unreadable_events WITH (security_invoker = true) AS
            SELECT u.position, u.stream, u.version, u.reason FROM WS.unreadable_event u
            """, "view unreadable_events: query not as expected"
        ),
        (
            "COMMENT ON VIEW WS.links IS 'x'",
            "view links: comment not as expected"
        ),
        (
            "COMMENT ON COLUMN WS.links.event IS 'x'",
            "column event of links: comment x, expected Later event, the answer"
        ),
        ("GRANT SELECT ON WS.events TO PUBLIC", "view events: privileges not as expected"),
        ("CREATE TABLE WS.more ()", "table more is not expected here"),
        ("CREATE TABLE WS.heir () INHERITS (WS.event)", "table heir inherits from event"),
    ]

    @Test("every damage is found and said in words", arguments: damages)
    func damage(script: String, difference: String) async throws {
        try await Scratch.use { scratch in
            #expect(try await scratch.differences().isEmpty)
            #expect(try await scratch.state(of: script) == nil)
            let found = try await scratch.differences()
            #expect(found.contains { $0.contains(difference) }, "\(found)")
        }
    }

    @Test("looking leaves nothing behind")
    func traceless() async throws {
        try await Scratch.use { scratch in
            _ = try await scratch.differences()
            let state = try await scratch.state(
                of: """
                    DO $$ BEGIN IF EXISTS (
                        SELECT FROM pg_namespace WHERE nspname LIKE 'expected%'
                    ) THEN RAISE 'left behind'; END IF; END $$
                    """)
            #expect(state == nil)
        }
    }

    @Test("the program carries every file of the folder, each once")
    func carried() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Schema")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
        let files = paths.filter { $0.hasSuffix(".sql") }.map { String($0.dropLast(4)) }
        let carried = (Schema.roles + Schema.migrations + Schema.replaceable).map(\.name)
        #expect(carried.sorted() == files.sorted())
    }
}
