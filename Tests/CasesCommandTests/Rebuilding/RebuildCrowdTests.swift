import TestSupport
import Testing

@Suite("Rebuilds while others record", .serialized)
struct RebuildCrowdTests {
    @Test("miss nothing that four writers append, and every writer is answered")
    func writers() async throws {
        try await Desk.use { desk in
            try await desk.record(MadeUpRecord(cases: 3, happenings: 4))
            let head = try await desk.head()
            let remarks = try await withThrowingTaskGroup(of: [String].self) { group in
                for writer in 1...4 {
                    group.addTask {
                        var remarks: [String] = []
                        for number in 1...8 {
                            remarks.append(
                                try await record("w\(writer)-\(number)", at: desk).errors)
                        }
                        return remarks
                    }
                }
                group.addTask {
                    for _ in 1...6 { try await desk.done("rebuild") }
                    return []
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(remarks.filter { !$0.isEmpty } == [])
            #expect(try await desk.head() == head + 32)
            let found = try await desk.json("rebuild", "--check")
            #expect(found["ok"] == true)
            #expect(found["head"].integer == head + 32)
            // Of case-0 four happenings, one of them retracted, and all that the writers added.
            #expect(try await desk.json("list")["cases"].elements[0]["events"] == 35)
            #expect(try await desk.texts("SELECT name FROM WS.projection WHERE NOT is_live") == [])
        }
    }

    private func record(_ key: String, at desk: Desk) async throws -> Outcome {
        try await desk.done(
            "add-event", "case-0", "threat.made", "--key", key, "--occurred", "2031-11",
            "--summary", "A threat.", "--actor", "company-1", "--no-source", "analyst",
            "--set", "threatened=more")
    }

    @Test("at once: each ends or gives way in words, and what is live is whole")
    func rebuilds() async throws {
        try await Desk.use { desk in
            try await desk.record(MadeUpRecord(cases: 6, happenings: 4))
            let kept = try await desk.readModels()
            let outcomes = try await withThrowingTaskGroup(of: Outcome.self) { group in
                for workers in ["1", "2", "2", "4"] {
                    group.addTask { try await desk.run("rebuild", "--workers", workers) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            for outcome in outcomes {
                #expect([0, 75].contains(outcome.exitCode), "\(outcome.errors)")
            }
            #expect(try await desk.readModels() == kept)
            #expect(try await desk.rebuilt() == kept)
            #expect(try await desk.run("rebuild", "--check").exitCode == 0)
        }
    }
}
