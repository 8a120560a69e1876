import TestSupport
import Testing

@Suite("The view of the read models", .serialized)
struct ReadModelViewTests {
    private func compared(_ desk: Desk) async throws -> [String: String] {
        let told = try await desk.json("projections")["projections"].elements
        let rows = try await desk.rows(
            """
            SELECT jsonb_build_object('name', name, 'status', status, 'position', position,
                'lag', lag, 'failed_at', failed_at, 'failure', failure)
            FROM WS.read_models ORDER BY name
            """)
        #expect(
            rows == told.only("name", "status", "position", "lag", "failed_at", "failure"))
        return Dictionary(rows.map { ($0["name"].string ?? "", $0["status"].string ?? "") }) { $1 }
    }

    @Test("says what cases projections says: current, behind, stopped, not built, other version")
    func statuses() async throws {
        try await Desk.withAcme { desk in
            #expect(Set(try await compared(desk).values) == ["current"])
            try await desk.appendBySQL()
            #expect(Set(try await compared(desk).values) == ["behind"])
            try await desk.sql(
                """
                UPDATE WS.projection SET version = 99 WHERE name = 'states';
                DELETE FROM WS.projection WHERE name = 'links';
                UPDATE WS.projection SET failed_at = 9, failure = 'no reason' WHERE name = 'due';
                UPDATE WS.projection SET position = 12 WHERE name = 'search';
                """)
            let told = try await compared(desk).filter { $0.value != "behind" }
            #expect(
                told == [
                    "states": "other version", "links": "not built", "due": "stopped",
                    "search": "ahead",
                ])
        }
    }

    @Test("says if the rows are of another log")
    func otherLog() async throws {
        try await Desk.withAcme { desk in
            try await desk.sql(
                "UPDATE WS.projection SET leaf = sha256('x') WHERE name = 'timelines'")
            let told = try await desk.texts(
                "SELECT name || ' ' || status FROM WS.read_models WHERE status <> 'current'")
            #expect(told == ["timelines other log"])
        }
    }

    @Test("stands beside one of the events that cannot be read; the log has them all the same")
    func unreadable() async throws {
        try await Desk.withAcme { desk in
            try await desk.sql(
                """
                SELECT WS.append(gen_random_uuid(), 'case/acme-seizure', 'threat.foreseen', \
                '{"data":{"text":"x"}}', 'somebody')
                """)
            try await desk.done("open", "another", "--title", "Another")
            let told = try await desk.json("projections")["unreadable"].elements
            let rows = try await desk.rows(
                """
                SELECT jsonb_build_object('event', e.event, 'position', u.position,
                    'reason', u.reason)
                FROM WS.unreadable_events u JOIN WS.events e USING (position)
                """)
            #expect(rows == told && rows.map(\.["position"]) == [9])
            #expect(try await desk.texts("SELECT event FROM WS.entries").isEmpty)
            #expect(try await desk.texts("SELECT case_slug FROM WS.cases") == ["another"])
        }
    }

    @Test("leaves out the generations that are not live, as all views do")
    func generations() async throws {
        try await Desk.withSeizure { desk in
            let before = try await contents(desk)
            try await desk.sql(
                """
                INSERT INTO WS.projection SELECT name, generation + 100, version, false, position,
                    leaf, failed_at, failure FROM WS.projection WHERE is_live;
                INSERT INTO WS.search_text (generation, stream, position, event, text, merged_into)
                    SELECT generation + 100, stream, position + 100, event, text, 'nl'
                    FROM WS.search_text;
                """)
            for table in [
                "case_state", "timeline_entry", "participant", "link", "register", "measure",
            ] {
                try await desk.sql(
                    """
                    INSERT INTO WS.\(table) SELECT (jsonb_populate_record(
                        t, jsonb_build_object('generation', t.generation + 100))).*
                    FROM WS.\(table) t
                    """)
            }
            #expect(try await contents(desk) == before)
        }
    }

    /// All rows of the views that read the read models.
    private func contents(_ desk: Desk) async throws -> [[String]] {
        var contents: [[String]] = []
        for view in [
            "entries", "links", "participants", "cases", "measures", "actors", "sources",
            "read_models",
        ] {
            let rows = try await desk.texts("SELECT v::text FROM WS.\(view) v ORDER BY v::text")
            #expect(!rows.isEmpty, "\(view)")
            contents.append(rows)
        }
        return contents
    }
}
