import Postgres
import TestSupport
import Testing

@Suite("Beside a session that holds the workspace", .serialized)
struct HeldTests {
    /// Lends `body` a desk while another session holds rows of a table and does nothing more.
    private func holding(
        _ table: String, _ body: @Sendable (Desk) async throws -> Void
    ) async throws {
        try await Desk.withAcme { desk in
            try await desk.database.withConnection { holder in
                try await holder.run(
                    script: "BEGIN; UPDATE \"\(desk.workspace)\".\(table) SET position = position")
                try await body(desk)
                try await holder.run(script: "ROLLBACK")
            }
        }
    }

    @Test("a read model gives way: the event is recorded, it is said, and readers know it")
    func readModels() async throws {
        try await holding("projection") { desk in
            let told = try await desk.run(
                "add-event", "acme-seizure", "note.added", "--key", "n", "--set", "text=x")
            #expect(told.exitCode == 0)
            #expect(told.output.hasPrefix("recorded 9  acme-seizure/n\n"))
            #expect(
                told.errors
                    == "the read models are not up to date: another session holds what this one "
                    + "needs, and did not let it go in time\n")
            #expect(try await desk.json("show", "acme-seizure/n")["position"].integer == 9)
            for query in [["list"], ["timeline"], ["chain", "acme-seizure"], ["verify"]] {
                #expect(try await desk.program.run(query).exitCode == 0)
            }
            let rebuild = try await desk.run("rebuild")
            #expect(rebuild.exitCode == 75)
            #expect(rebuild.errors.contains("another session holds what this one needs"))
        }
    }
}
