import CaseModel
import EventLog
import InMemoryLogging
import Logging
import Postgres
import Testing

@Suite("The plans of the hot statements")
struct PlanTests {
    /// A log of 4,000 events in 400 streams, with statistics: so long that reading all of it is dear.
    private func withLog(_ body: (Scratch) async throws -> Void) async throws {
        try await Scratch.use { scratch in
            try await scratch.connection.run(
                script: """
                    SELECT count(*) FROM generate_series(1, 20) piece, LATERAL (
                        SELECT "\(scratch.workspace.name)".append(
                            array_agg(gen_random_uuid()),
                            array_agg('case/c' || (n + piece * 200) % 400),
                            array_agg('note.added'::text), array_agg('{"summary":"s"}'::json),
                            'anna', '{}', '{}')
                        FROM generate_series(1, 200) n) done;
                    ANALYZE "\(scratch.workspace.name)".event
                    """)
            try await body(scratch)
        }
    }

    /// The texts of the statements that some work sends.
    private func statements(_ work: () async throws -> Void) async throws -> [String] {
        var log = InMemoryLogHandler()
        log.logLevel = .debug
        let handler = log
        try await withLogger(Logger(label: "plans") { _ in handler }) { _ in try await work() }
        return handler.entries.compactMap { $0.metadata[LogKey.sql]?.description }
    }

    /// How the server would run a statement, whatever its values.
    private func plan(_ sql: String, _ scratch: Scratch) async throws -> [String] {
        let count = (1...20).last { sql.contains("$\($0)") } ?? 0
        let nulls = Array(repeating: "NULL", count: count).joined(separator: ", ")
        return try await scratch.connection.transaction { connection in
            try connection.run(script: "SET LOCAL plan_cache_mode = force_generic_plan")
            try connection.run(script: "PREPARE asked AS \(sql)")
            try connection.run(
                script: """
                    CREATE FUNCTION pg_temp.explain() RETURNS SETOF text LANGUAGE plpgsql AS $$
                    BEGIN
                        RETURN QUERY EXECUTE 'EXPLAIN EXECUTE asked\(count == 0 ? "" : "(\(nulls))")';
                    END $$
                    """)
            let lines = try connection.query("SELECT pg_temp.explain()") { row in
                try row.next(String.self)
            }
            try connection.run(script: "DROP FUNCTION pg_temp.explain(); DEALLOCATE asked")
            return lines
        }
    }

    @Test("go by index: none reads the whole log")
    func hot() async throws {
        try await withLog { scratch in
            let (log, stream) = (scratch.log, StreamName.at("c7"))
            let texts = try await statements {
                _ = try await log.end()
                _ = try await log.tip()
                _ = try await log.head()
                _ = try await log.sighting(beside: 17)
                _ = try await log.leaf(at: 17)
                _ = try await log.event(.random())
                _ = try await log.event(in: stream, version: 3)
                _ = try await log.events(of: [stream])
                _ = try await log.streams(ofEvents: [.random()])
                _ = try await log.streams(at: 17...30)
                _ = try await log.versions(of: [stream])
            }
            #expect(texts.count >= 11)
            for text in texts {
                let plan = try await plan(text, scratch)
                #expect(!plan.isEmpty)
                #expect(
                    !plan.contains { $0.contains("Seq Scan on event") },
                    "\(text)\n\(plan.joined(separator: "\n"))")
            }
        }
    }

    @Test("are seen to read the whole log where they do")
    func control() async throws {
        try await withLog { scratch in
            let text = "SELECT count(*) FROM \"\(scratch.workspace.name)\".event WHERE type = $1"
            let plan = try await plan(text, scratch)
            #expect(plan.contains { $0.contains("Seq Scan on event") })
        }
    }
}
