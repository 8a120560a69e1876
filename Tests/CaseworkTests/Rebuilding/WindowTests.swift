import Casework
import Projections
import ReadModels
import TestSupport
import Testing

@Suite("A rebuild in windows", .serialized)
struct WindowTests {
    @Test("has the same digests for any number of workers and any size of window")
    func windows() async throws {
        try await Desk.use { desk in
            try await desk.record(MadeUpRecord(cases: 6, happenings: 5))
            let record = try await desk.opened()
            let kept = try await record.rebuilder.projections().digests
            #expect(Set(kept.keys) == Set(Projection.all.map(\.name)))
            for workers in [Int64(1), 2, 4] {
                for window in [Int64(1), 7, 5000] {
                    let plan = RebuildPlan(workers: workers, window: window)
                    let built = try await record.rebuilder.rebuild(plan, progress: .silent)
                    #expect(built.digests == kept, "\(workers) workers, windows of \(window)")
                    let live = try await record.rebuilder.projections()
                    #expect(live.digests == kept, "\(workers) workers, windows of \(window)")
                }
            }
        }
    }

    @Test("a check and a rehearsal have the same digests in windows of any size")
    func readings() async throws {
        try await Desk.use { desk in
            try await desk.record(MadeUpRecord(cases: 6, happenings: 5))
            let record = try await desk.opened()
            let kept = try await record.rebuilder.projections().digests
            for window in [Int64(1), 7, 5000] {
                let found = try await record.rebuilder.check(window: window, progress: .silent)
                #expect(found.holds && found.digests == kept, "windows of \(window)")
                let tried = try await record.rebuilder.tryRebuild(
                    RebuildPlan(window: window), progress: .silent)
                #expect(tried.digests == kept, "windows of \(window)")
            }
        }
    }

    @Test("read models that lack most of the log are made anew, and are the same")
    func catchingUp() async throws {
        try await Desk.use { desk in
            try await desk.record(MadeUpRecord(cases: 6, happenings: 5))
            let record = try await desk.opened()
            let kept = try await record.rebuilder.projections().digests
            for least in [Int64(10), 1_000] {
                for projection in Projection.all {
                    try await desk.sql("DELETE FROM WS.\(projection.table)")
                }
                try await desk.sql("DELETE FROM WS.projection")
                try await record.rebuilder.catchUp(worthRebuilding: least)
                let list = try await record.rebuilder.projections()
                #expect(list.digests == kept)
                #expect(Set(list.statuses.values) == ["current"])
                // A generation that a rebuild made is numbered by the time, the first one is 1.
                let isAnew = list.projections.allSatisfy { $0.checkpoint?.generation != 1 }
                #expect(isAnew == (least == 10))
            }
        }
    }

    @Test("read models of another log are not made anew without a word, whatever they lack")
    func otherLog() async throws {
        try await Desk.use { desk in
            try await desk.record(MadeUpRecord(cases: 6, happenings: 5))
            let record = try await desk.opened()
            // The leaf that they remember is not that of event 2.
            try await desk.sql("UPDATE WS.projection SET position = 2")
            let generations = try await record.rebuilder.projections().projections.map(
                \.checkpoint?.generation)
            await #expect {
                try await record.rebuilder.catchUp(worthRebuilding: 10)
            } throws: { error in
                "\(error)".contains("event 2 is not the one that the read models were made of")
            }
            let list = try await record.rebuilder.projections().projections
            #expect(list.map(\.checkpoint?.generation) == generations)
            #expect(list.allSatisfy { $0.checkpoint?.position == 2 })
        }
    }

    @Test("an event more is another digest")
    func control() async throws {
        try await Desk.use { desk in
            try await desk.record(MadeUpRecord(cases: 1, happenings: 5))
            let record = try await desk.opened()
            let old = try await record.rebuilder.projections().digests
            try await desk.record(MadeUpRecord(cases: 2, happenings: 5))
            let new = try await record.rebuilder.projections().digests
            // No register was added, nothing is due, and everything can be read.
            for name in new.keys {
                let isSame = ["due", "registers", "unreadable"].contains(name)
                #expect((old[name] == new[name]) == isSame, "\(name)")
            }
        }
    }

    @Test("a generation that is not there takes nobody's place")
    func absent() async throws {
        try await Desk.use { desk in
            try await desk.record(MadeUpRecord(cases: 1, happenings: 5))
            let record = try await desk.opened()
            let kept = try await record.rebuilder.projections().digests
            #expect(try await !record.rebuilder.readModels.swap(Projection.all, to: 99))
            #expect(try await record.rebuilder.projections().digests == kept)
            #expect(
                try await record.rebuilder.projections().statuses.values.allSatisfy {
                    $0 == "current"
                })
        }
    }

    @Test("a worker whose generation was cleared away writes into no later one")
    func overtaken() async throws {
        try await Desk.use { desk in
            try await desk.record(MadeUpRecord(cases: 1, happenings: 5))
            let models = try await desk.opened().rebuilder.readModels
            let first = try #require(
                try await models.build(Projection.all, workers: 2, through: 0, leaf: nil))
            try await models.clear()
            let second = try #require(
                try await models.build(Projection.all, workers: 1, through: 0, leaf: nil))
            #expect(second.generation > first.generation)
            let old = first.shares[0]
            let done = Building.ShareState(share: old.share, stream: "source/z", events: 9)
            #expect(try await !models.write([], to: first.generation, from: old, to: done))
            let left = try await models.unfinished(
                Projection.all.sorted { $0.name < $1.name }, workers: 1)
            #expect(left?.shares.map(\.stream) == [""])
        }
    }

    @Test("digests told while rebuilds take the place of what is live are those of whole rows")
    func swaps() async throws {
        try await Desk.use { desk in
            try await desk.record(MadeUpRecord(cases: 6, happenings: 5))
            let (builder, reader) = (try await desk.opened(), try await desk.opened())
            let kept = try await reader.rebuilder.projections().digests
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for _ in 0..<30 {
                        let built = try await builder.rebuilder.rebuild(
                            RebuildPlan(), progress: .silent)
                        #expect(built.digests == kept)
                    }
                }
                group.addTask {
                    while !Task.isCancelled {
                        do {
                            let told = try await reader.rebuilder.projections().digests
                            guard told == kept else { return #expect(told == kept) }
                        } catch {
                            guard Task.isCancelled else { throw error }
                        }
                    }
                }
                try await group.next()
                group.cancelAll()
                try await group.waitForAll()
            }
        }
    }
}
