import Casework
import EventLog
import Projections
import TestSupport
import Testing

@Suite("A rebuild that was cut off", .serialized)
struct ResumedRebuildTests {
    private let plan = RebuildPlan(workers: 1, window: 1)

    /// Begins a rebuild that the server ends ahead of case-3.
    private func cutOff(_ desk: Desk, _ record: CaseRecord) async throws {
        try await desk.cutOffRebuild(at: "case/case-3")
        await #expect(throws: EventLogError.self) {
            try await record.rebuilder.rebuild(plan, progress: .silent)
        }
        try await desk.letRebuild()
    }

    @Test("is taken up where it stood, and has the digests of one that never was")
    func resumed() async throws {
        try await Desk.use { desk in
            try await desk.record(MadeUpRecord(cases: 5, happenings: 4))
            let record = try await desk.opened()
            let kept = try await record.rebuilder.projections().digests
            try await cutOff(desk, record)
            // Seven actors are done and two cases of seven events: a window that is too small for a
            // case grows to sixteen. The sources stand behind the cases.
            #expect(try await desk.texts("SELECT sum(events) FROM WS.rebuild_share") == ["21"])
            let built = try await record.rebuilder.rebuild(plan, progress: .silent)
            #expect(built.digests == kept)
            #expect(try await record.rebuilder.check(progress: .silent).holds)
        }
    }

    @Test("catches up with what was recorded before it is taken up")
    func later() async throws {
        try await Desk.use { desk in
            try await desk.record(MadeUpRecord(cases: 5, happenings: 4))
            let record = try await desk.opened()
            try await cutOff(desk, record)
            // Three events more in a case that is done, and cases that it never saw.
            try await desk.record(MadeUpRecord(cases: 6, happenings: 7))
            let kept = try await record.rebuilder.projections().digests
            let built = try await record.rebuilder.rebuild(plan, progress: .silent)
            #expect(built.digests == kept)
            #expect(try await record.rebuilder.check(progress: .silent).holds)
        }
    }

    @Test("is begun anew where the log is not the one that it had read")
    func forked() async throws {
        try await Desk.use { desk in
            try await desk.record(MadeUpRecord(cases: 5, happenings: 4))
            // The last event of the log is one of a case that is done early.
            try await desk.done(
                "add-event", "case-0", "threat.made", "--key", "late", "--occurred", "2031-11",
                "--summary", "A late threat.", "--actor", "company-1", "--no-source", "analyst",
                "--set", "threatened=more")
            let record = try await desk.opened()
            try await cutOff(desk, record)
            try await desk.replaceTail("late threat", by: "early threat")
            let built = try await record.rebuilder.rebuild(plan, progress: .silent)
            #expect(built.holds)
            let found = try await record.rebuilder.check(progress: .silent)
            #expect(found.projections.filter { !$0.holds }.map(\.name) == [])
        }
    }
}
