import TestSupport
import Testing

@Suite("A read model of another version", .serialized)
struct VersionTests {
    @Test("is neither kept nor trusted, and named to whoever records; a rebuild replaces it")
    func foreign() async throws {
        try await Desk.withAcme { desk in
            let kept = try await desk.readModels()
            try await desk.sql(
                """
                UPDATE WS.projection SET version = 99 WHERE name = 'states';
                UPDATE WS.case_state SET title = 'of another version';
                """)
            let foreign = try await desk.readModels()["states"]
            #expect(
                try await desk.listed()["title"] == "The seizure of Acme Semiconductors")
            let told = try await desk.done("close", "acme-seizure", "--outcome", "Over.")
            #expect(
                told.errors.contains(
                    "the read model states is of another version: cases rebuild states"))
            #expect(try await desk.listed()["status"] == "closed")
            let now = try await desk.readModels()
            #expect(now["states"] == foreign)
            #expect(now["timelines"] == kept["timelines"])
            #expect(
                try await desk.statuses().filter { $0.value != "current" } == [
                    "states": "other version"
                ])
            try await refuses(desk)
            try await desk.done("rebuild", "states")
            #expect(Set(try await desk.statuses().values) == ["current"])
            #expect(try await desk.run("rebuild", "--check").exitCode == 0)
            #expect(
                try await desk.texts("SELECT title || ', ' || status FROM WS.case_state") == [
                    "The seizure of Acme Semiconductors, closed"
                ])
        }
    }

    private func refuses(_ desk: Desk) async throws {
        let refusal = Refusal(
            exitCode: 4, code: "not_found",
            text: """
                cases: the read model states is not there, or of another version
                       cases rebuild states
                """)
        try await refusal.check(["rebuild", "--check", "states"], at: desk)
    }
}
