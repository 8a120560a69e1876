import Foundation
import TestSupport
import Testing

@Suite("A record that is dumped and restored", .serialized)
struct RestoreTests {
    @Test(
        "has the same read models, as restored and made anew, in a database of another language",
        .enabled(
            if: Machine.serverPrograms != nil,
            "there is no pg_dump beside the server's programs: run it by ops/with-postgres"))
    func restored() async throws {
        let programs = try #require(Machine.serverPrograms)
        try await Desk.use { desk in
            try await desk.record(MadeUpRecord(cases: 6, happenings: 5))
            let kept = try await desk.readModels()
            let name = "restored_" + desk.workspace
            try await desk.sql(
                """
                CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'
                    LOCALE_PROVIDER icu ICU_LOCALE 'tr-TR'
                """)
            var other = desk
            other.program.environment["CASES_DB"] = desk.database.address
                .replacingOccurrences(of: "///postgres?", with: "///\(name)?")
            do {
                let copied = try await desk.program.run(
                    shell: """
                        set -o pipefail
                        '\(programs)/pg_dump' -n '\(desk.workspace)' '\(desk.database.address)' |
                        '\(programs)/psql' -XqAt -v ON_ERROR_STOP=1 \
                        "$(printf %s '\(other.program.environment["CASES_DB"] ?? "")')"
                        """)
                #expect(copied.exitCode == 0, "\(copied.errors)")
                #expect(try await other.json("list") == desk.json("list"))
                #expect(try await other.readModels() == kept)
                #expect(try await other.run("rebuild", "--check").exitCode == 0)
                #expect(try await other.rebuilt("--workers", "4") == kept)
                #expect(try await other.run("verify").exitCode == 0)
            } catch {
                try await desk.sql("DROP DATABASE \(name) WITH (FORCE)")
                throw error
            }
            try await desk.sql("DROP DATABASE \(name) WITH (FORCE)")
        }
    }
}
