import Foundation
import Postgres
import TestSupport
import Testing

@Suite("The page on SQL", .serialized)
struct SQLPageTests {
    @Test("describes each view and column with its type, in the words of its comment")
    func views() async throws {
        try await Desk.use { desk in
            let comments = try await desk.texts(
                """
                SELECT format('%s: %s.', c.relname, obj_description(c.oid, 'pg_class'))
                FROM pg_class c WHERE c.relnamespace = 'WS'::regnamespace AND c.relkind = 'v'
                UNION ALL
                SELECT format('%s.%s %s: %s', c.relname, a.attname,
                    format_type(a.atttypid, a.atttypmod), col_description(c.oid, a.attnum))
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                WHERE c.relnamespace = 'WS'::regnamespace AND c.relkind = 'v'
                """)
            let page = try SQLPage()
            #expect(comments.count > 100)
            #expect(page.descriptions.sorted() == comments.sorted())
            #expect(comments.filter { $0.hasSuffix(": ") || $0.hasSuffix(": .") } == [])
        }
    }

    @Test("names each function that has a comment, and no other")
    func functions() async throws {
        try await Desk.use { desk in
            let commented = try await desk.texts(
                """
                SELECT format('`%s(%s)`', f.proname, oidvectortypes(f.proargtypes)) FROM pg_proc f
                WHERE f.pronamespace = 'WS'::regnamespace AND f.proname <> 'sql_version'
                    AND obj_description(f.oid, 'pg_proc') IS NOT NULL
                """
            ).map { $0.replacing("timestamp with time zone", with: "timestamptz") }
            #expect(try SQLPage().functions.sorted() == commented.sorted())
        }
    }

    @Test("has queries that a reader may run, with the rows that they give on the real cases")
    func queries() async throws {
        try await Desk.use { desk in
            try await desk.done("import", Fixtures.path)
            let queries = try SQLPage().queries
            #expect(queries.count >= 7)
            #expect(queries.count { $0.rows != nil } >= 3)
            for (query, rows) in queries {
                let runnable = query.replacing("cases.", with: "WS.").replacing(
                    "$__timeFilter(earliest)",
                    with: "earliest BETWEEN '2025-01-01T00:00:00Z' AND '2025-12-31T23:59:59Z'")
                try await desk.withReader { connection in
                    try await connection.run(
                        script: runnable.replacing("WS.", with: "\"\(desk.workspace)\"."))
                }
                guard let rows else { continue }
                let told = try await desk.rows(
                    """
                    SELECT (SELECT jsonb_agg(coalesce(v.value, '') ORDER BY v.place)
                        FROM json_each_text(row_to_json(q)) WITH ORDINALITY v (name, value, place))
                    FROM (\(runnable)) q
                    """)
                #expect(told.map { $0.elements.compactMap(\.string) } == rows, "\(query)")
            }
        }
    }
}

@Suite("Views and their readers", .serialized)
struct ViewReaderTests {
    /// The columns of version 1, which stay the first ones of their views in this order.
    private static let columns = [
        "events": """
        position event stream kind slug version id key type recorded_at recorded_by occurred \
        summary body is_erased
        """,
        "entries": """
        position case_slug event id type occurred occurred_kind earliest latest summary \
        sources withdrawn_sources dissent is_erased
        """,
        "links": """
        case_slug event relation mode to_event basis likelihood asserted_by disputed_by \
        is_supported is_joined
        """,
        "participants": "position case_slug event role actor known_as name",
        "claims": """
        position number stream event about source place field stance foretold_by value \
        printed quote grade
        """,
        "cases": """
        case_slug title status event_count last_event last_occurred last_earliest last_latest \
        state
        """,
        "measures": """
        measure stream case_slug kinds by_actors on_actors scope earliest latest status \
        direction since since_earliest since_latest until is_whole
        """,
        "actors": "actor name type country also ids merged_into",
        "sources": """
        source title publisher authors published published_earliest published_latest \
        recorded_at url reports grade sha256 is_withdrawn
        """,
        "read_models": "name position lag status failed_at failure",
        "unreadable_events": "position stream version reason",
    ]

    @Test("Version 1 has the columns that it was released with")
    func version() async throws {
        try await Desk.use { desk in
            #expect(try await desk.texts("SELECT WS.sql_version()::text") == ["1"])
            for (view, columns) in ViewReaderTests.columns {
                let told = try await desk.texts(
                    """
                    SELECT string_agg(a.attname, ' ' ORDER BY a.attnum) FROM pg_attribute a
                    WHERE a.attrelid = 'WS.\(view)'::regclass AND a.attnum > 0
                    """)
                #expect(told.allSatisfy { "\($0) ".hasPrefix("\(columns) ") }, "\(view): \(told)")
            }
        }
    }

    @Test("A reader reads every view and writes to none; who has no role reads none")
    func reader() async throws {
        try await Desk.withAcme { desk in
            let schema = "\"\(desk.workspace)\""
            for view in ViewReaderTests.columns.keys {
                try await desk.withReader { connection in
                    try await connection.run(script: "SELECT * FROM \(schema).\(view)")
                    let refused = await #expect(throws: PostgresError.self) {
                        try await connection.run(script: "DELETE FROM \(schema).\(view)")
                    }
                    // Either the privilege is missing, or the view cannot be written to at all.
                    #expect(["42501", "55000"].contains(refused?.state?.rawValue))
                }
            }
            try await desk.sql("REVOKE SELECT ON WS.timeline_entry FROM cases_reader")
            try await desk.withReader { connection in
                let refused = await #expect(throws: PostgresError.self) {
                    try await connection.run(script: "SELECT * FROM \(schema).entries")
                }
                // A view shows nothing that its caller may not read in the tables.
                #expect(refused?.state?.rawValue == "42501")
            }
        }
    }
}
