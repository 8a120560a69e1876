import TestSupport
import Testing

@Suite("A rebuild that is killed", .serialized)
struct KillTests {
    private let record = MadeUpRecord(cases: 8, happenings: 4)
    private let command = ["rebuild", "--workers", "4"]

    /// Changes the read models by hand, so that the old ones can be told from the new.
    private func age(_ desk: Desk) async throws {
        try await desk.sql(
            """
            UPDATE WS.case_state SET title = 'old'; UPDATE WS.timeline_entry SET summary = 'old';
            UPDATE WS.participant SET role = 'old' || role; UPDATE WS.link SET basis = 'old';
            UPDATE WS.mention SET mentioned = 'old' || mentioned;
            UPDATE WS.register SET name = 'old'; UPDATE WS.search_text SET text = 'old';
            """)
    }

    /// The read models as a rebuild finds them, and as it makes them.
    private struct Sides {
        let old: [String: ToldReadModel]
        let new: [String: ToldReadModel]
    }

    /// Records what is rebuilt, and changes its read models by hand.
    private func begin(_ desk: Desk) async throws -> Sides {
        try await desk.record(record)
        let new = try await desk.readModels()
        try await age(desk)
        return Sides(old: try await desk.readModels(), new: new)
    }

    /// The titles that `list` tells.
    private func titles(_ desk: Desk) async throws -> Set<String?> {
        Set(try await desk.json("list")["cases"].elements.map { $0["title"].string })
    }

    /// What readers get: all of it old, or all of it new.
    private func isOld(
        _ desk: Desk, _ sides: Sides, _ comment: Comment = "as a reader"
    ) async throws -> Bool {
        let told = try await desk.readModels()
        #expect(told == sides.old || told == sides.new, comment)
        let isOld = told == sides.old
        let titles = try await titles(desk)
        #expect(titles.count == (isOld ? 1 : record.cases), comment)
        #expect(titles.contains("old") == isOld, comment)
        return isOld
    }

    @Test("at any step: readers have the old rows or the new ones, and the next one ends it")
    func killed() async throws {
        let seed: UInt64 = 20_310_402
        var random = SplitMix(seed: seed)
        try await Desk.use { desk in
            let sides = try await begin(desk)
            try await Gate.use(desk) { gate in
                try await gate.shut(before: 0)
                try await desk.done(command)
                let steps = try await gate.passed()
                var (resumed, old) = (0, 0)
                for _ in 1...20 {
                    let step = Int.random(in: 1...steps, using: &random)
                    let comment: Comment = "seed \(seed), step \(step) of \(steps)"
                    let end = try await kill(desk, gate, at: step, &random, sides, comment)
                    old += end.isOld ? 1 : 0
                    resumed += end.isResumed ? 1 : 0
                }
                // Of the steps most lie between the first row written and the last.
                #expect(old > 0 && resumed > 0, "seed \(seed)")
                #expect(try await desk.run("rebuild", "--check").exitCode == 0)
            }
        }
    }

    /// Kills a rebuild at a step, looks at what readers get, and rebuilds again.
    private func kill(
        _ desk: Desk, _ gate: Gate, at step: Int, _ random: inout SplitMix,
        _ sides: Sides, _ comment: Comment
    ) async throws -> (isOld: Bool, isResumed: Bool) {
        try await age(desk)
        try await gate.shut(before: step)
        let rebuild = try desk.marked.program.start(command)
        try await gate.awaitArrival()
        _ = try await isOld(desk, sides, comment)
        rebuild.kill()
        #expect(try await rebuild.outcome().wasKilled, comment)
        // The server's side of it ends at once, or does what it was last asked to.
        if Bool.random(using: &random) { try await gate.terminate() }
        try await gate.open()
        try await desk.awaitNoSession()
        let isOld = try await isOld(desk, sides, comment)
        let again = try await desk.done(command + ["--json"])
        #expect(ToldReadModel.all(in: try JSON(again.stdout)) == sides.new, comment)
        #expect(try await desk.readModels() == sides.new, comment)
        return (isOld, again.errors.contains("taking up an unfinished rebuild"))
    }

    @Test("half a rebuild that is put in place by hand is noticed: neither the old nor the new")
    func control() async throws {
        try await Desk.use { desk in
            let sides = try await begin(desk)
            // The last of all streams: one of the workers is refused, the others are done.
            try await desk.cutOffRebuild(at: "source/report-6")
            #expect(try await desk.run("rebuild", "--workers", "4").exitCode == 70)
            #expect(try await isOld(desk, sides))
            try await desk.sql(
                """
                UPDATE WS.projection SET is_live = false WHERE is_live;
                UPDATE WS.projection SET is_live = true
                WHERE generation = (SELECT max(generation) FROM WS.projection);
                """)
            let half = try await desk.readModels()
            #expect(half != sides.old && half != sides.new)
        }
    }

    @Test("by the end of its session says so; nothing has changed, and the next one ends it")
    func session() async throws {
        try await Desk.use { desk in
            let sides = try await begin(desk)
            try await Gate.use(desk) { gate in
                // Fifteen steps make the generation; at the twentieth its rows are being written.
                try await gate.shut(before: 20)
                let rebuild = try desk.program.start(command)
                try await gate.awaitArrival()
                try await gate.terminate()
                try await gate.open()
                let told = try await rebuild.outcome()
                #expect(told.exitCode == 75)
                #expect(told.errors.contains("run the same command again"))
                #expect(try await isOld(desk, sides))
                #expect(try await desk.rebuilt("--workers", "4") == sides.new)
                #expect(try await desk.readModels() == sides.new)
            }
        }
    }
}
