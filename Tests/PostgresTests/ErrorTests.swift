import Postgres
import TestSupport
import Testing

@Suite("An error tells what happened and nothing of the rows")
struct ErrorTests {
    static let secret = "a-value-nobody-may-read"

    @Test("a duplicate keeps every field of the report, and shows none that quotes the row")
    func uniqueViolation() async throws {
        let database = try TestDatabase.current()
        try await database.withWorkspaceName { name in
            try await database.withConnection { connection in
                try await connection.run(
                    script: "CREATE SCHEMA \(name); CREATE TABLE \(name).t (v text UNIQUE)")
                let insert: Statement = "INSERT INTO \(identifier: name).t VALUES (\(Self.secret))"
                try await connection.execute(insert)
                let error = await failure {
                    try await connection.execute(insert)
                }
                let thrown = try #require(error)
                #expect(thrown.state == .uniqueViolation)
                #expect(!thrown.isWorthRetrying && !thrown.isOutcomeUnknown)
                #expect(thrown.report?[field: .constraint] == "t_v_key")
                #expect(thrown.report?[field: .detail]?.contains(Self.secret) == true)
                var dumped = ""
                dump(thrown, to: &dumped)
                for text in [thrown.description, String(reflecting: thrown), dumped] {
                    #expect(!text.contains(Self.secret))
                }
            }
        }
    }

    @Test("catch selects by the code")
    func pattern() async throws {
        do {
            _ = try await ask("SELECT 1/0", as: Int.self)
            Issue.record("nothing was thrown")
        } catch SQLState.uniqueViolation {
            Issue.record("another code was caught")
        } catch SQLState(rawValue: "22012") {
        }
    }

    @Test(
        "what passes by itself is worth a retry",
        arguments: [
            "40001", "40P01", "57P01", "57P02", "57P03", "08006", "08000", "25006",
        ])
    func retry(_ state: String) {
        #expect(PostgresError.server(ServerReport(SQLState(rawValue: state), "")).isWorthRetrying)
    }

    @Test("what does not is not", arguments: ["23505", "42601", "57014", "25P02", "P0001"])
    func noRetry(_ state: String) {
        #expect(!PostgresError.server(ServerReport(SQLState(rawValue: state), "")).isWorthRetrying)
    }

    @Test("a notice goes nowhere, for it may quote a row")
    func notices() async throws {
        let result = await #expect(
            processExitsWith: .success, observing: [\.standardErrorContent]
        ) {
            try await TestDatabase.current().withConnection { connection in
                try await connection.run(script: "DO $$ BEGIN RAISE WARNING 'noticed'; END $$")
            }
        }
        let written = try String(decoding: #require(result).standardErrorContent, as: UTF8.self)
        #expect(!written.contains("noticed"))
    }
}
