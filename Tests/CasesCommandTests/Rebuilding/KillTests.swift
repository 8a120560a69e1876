import RandomSupport
import TestSupport
import Testing

@Suite("A rebuild that is killed", .serialized)
struct KillTests {
    private let record = MadeUpRecord(cases: 8, happenings: 4)
    private let command = ["rebuild", "--workers", "4"]

    @Test("at any step: readers have the old rows or the new ones, and the next one ends it")
    func killed() async throws {
        let seed: UInt64 = 20_310_402
        var random = SplitMix(seed: seed)
        try await Desk.use { desk in
            let sides = try await Sides.begin(desk, record)
            try await Gate.use(desk) { gate in
                let passages = try await gate.passages { try await desk.done(command) }
                var (resumed, old) = (0, 0)
                for moment in Moment.twenty(of: passages, &random) {
                    let end = try await kill(gate, moment, sides, "seed \(seed), \(moment)")
                    old += end.isOld ? 1 : 0
                    resumed += end.isResumed ? 1 : 0
                }
                // Of the steps most lie between the first row written and the last.
                #expect(old > 0 && resumed > 0, "seed \(seed)")
                #expect(try await desk.run("rebuild", "--check").exitCode == 0)
            }
        }
    }

    /// Kills a rebuild at a moment, looks at what readers get, and rebuilds again.
    private func kill(
        _ gate: Gate, _ moment: Moment, _ sides: Sides, _ comment: Comment
    ) async throws -> (isOld: Bool, isResumed: Bool) {
        let desk = gate.desk
        try await sides.age()
        try await gate.shut(before: moment.step)
        let rebuild = try desk.marked.program.start(command)
        try await gate.awaitArrival()
        _ = try await sides.isOld(comment)
        rebuild.kill()
        #expect(try await rebuild.outcome().wasKilled, comment)
        // The server's side of it ends at once, or does what it was last asked to.
        if !moment.goesOn { try await gate.terminate() }
        try await gate.open()
        try await desk.awaitNoSession()
        let isOld = try await sides.isOld(comment)
        let again = try await desk.done(command + ["--json"])
        #expect(ToldReadModel.all(in: try JSON(again.stdout)) == sides.new, comment)
        #expect(try await desk.readModels() == sides.new, comment)
        return (isOld, again.errors.contains("taking up an unfinished rebuild"))
    }

    @Test("half a rebuild that is put in place by hand is noticed: neither the old nor the new")
    func control() async throws {
        try await Desk.use { desk in
            let sides = try await Sides.begin(desk, record)
            // The last of all streams: one of the workers is refused, the others are done.
            try await desk.cutOffRebuild(at: "source/report-6")
            #expect(try await desk.run("rebuild", "--workers", "4").exitCode == 70)
            #expect(try await sides.isOld())
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
            let sides = try await Sides.begin(desk, record)
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
                #expect(try await sides.isOld())
                #expect(try await desk.rebuilt("--workers", "4") == sides.new)
                #expect(try await desk.readModels() == sides.new)
            }
        }
    }
}
