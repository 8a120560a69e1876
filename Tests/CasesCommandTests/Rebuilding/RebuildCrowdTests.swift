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

    /// Where the first of two rebuilds is when the second takes up the same unfinished one.
    enum Place: Int, CaseIterable {
        /// Before it says what it has done.
        case before = 1
        /// In the midst of it: who comes second waits for it.
        case inside = 2
    }

    @Test(
        "that take up the same unfinished one: one ends it, the other helps it or says what to do",
        arguments: Place.allCases)
    func together(_ place: Place) async throws {
        try await Desk.use { desk in
            try await desk.record(MadeUpRecord(cases: 6, happenings: 4))
            let kept = try await desk.readModels()
            let command = ["rebuild", "--workers", "1"]
            try await desk.cutOffRebuild(at: "source/report-6")
            #expect(try await desk.program.run(command).exitCode == 70)
            try await desk.letRebuild()
            let left = try await desk.texts("SELECT generation FROM WS.rebuild_share")
            try await Gate.use(desk) { gate in
                try await gate.shut(before: place.rawValue)
                let first = try desk.program.start(command)
                try await gate.awaitArrival()
                let second = try desk.program.start(command)
                if place == .inside {
                    try await eventually("the second waits") { try await isAnyWaiting(desk) }
                    try await gate.open()
                }
                let (winner, loser) = place == .inside ? (first, second) : (second, first)
                #expect(try await winner.outcome().exitCode == 0)
                if place == .before { try await gate.open() }
                let told = try await loser.outcome()
                // Who waited finds the rest to do, or all of it done, whichever process is faster.
                if place == .before || told.exitCode != 0 { expectGivenWay(told) }
            }
            #expect(
                try await desk.texts("SELECT DISTINCT generation FROM WS.projection") == left)
            #expect(try await desk.readModels() == kept)
            #expect(try await desk.run("rebuild", "--check").exitCode == 0)
        }
    }

    /// Whether a rebuild waits for the line of another one's worker.
    private func isAnyWaiting(_ desk: Desk) async throws -> Bool {
        try await !desk.texts(
            """
            SELECT w.pid FROM pg_locks w JOIN pg_locks h USING (pid)
            WHERE NOT w.granted AND w.locktype = 'transactionid'
                AND h.relation = 'WS.rebuild_share'::regclass
            """
        ).isEmpty
    }

    private func expectGivenWay(_ told: Outcome) {
        #expect(told.exitCode == 75)
        #expect(
            told.errors == """
                cases: another rebuild is at work, and has taken this one's place
                       wait until it has ended; run this one again if that one failed, or built \
                other read models

                """)
    }
}
