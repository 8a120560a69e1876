import CanonicalJSON
import Casework
import EventLog
import Projections
import ReadModels
import TestSupport
import Testing

@Suite("A fold with a fault", .serialized)
struct ReducerFaultTests {
    /// Of each made-up case the first happening is the second event; 14 registers stand ahead.
    private let record = MadeUpRecord(cases: 5, happenings: 4)
    /// Each case has seven events; that of case-1 with the key e2 is its third.
    private let place: Int64 = 14 + 7 + 3

    private func use(_ body: (Desk, CaseRecord) async throws -> Void) async throws {
        try await Desk.use { desk in
            try await desk.record(record)
            try await body(desk, try await desk.opened())
        }
    }

    @Test("that counts wrong is found by a check, with the row, the column and the event")
    func miscounting() async throws {
        try await use { _, record in
            let planted = Planted.miscounting("case/case-1")
            let found = try await record.rebuilder.check(planted.amongAll, progress: .silent)
            #expect(!found.holds)
            let wrong = found.projections.filter { !$0.holds }
            #expect(wrong.map(\.name) == ["states"])
            #expect(wrong.first?.differenceCount == 1)
            let difference = wrong.first?.differences.first
            #expect(difference?.kind == .changed)
            #expect(difference?.key == ["case/case-1"])
            #expect(difference?.columns == ["happenings"])
            #expect(difference?.event == "case-1/retracted")
        }
    }

    @Test("that throws stops its projection at the event, and no other one")
    func keeping() async throws {
        try await use { desk, record in
            try await desk.sql("DELETE FROM WS.projection")
            let stopping = Planted.stopping("case/case-1", "e2")
            let upkeep = try await record.rebuilder.catchUp(stopping.amongAll)
            let failure = Checkpoint.Failure(position: place, reason: "it cannot be counted")
            #expect(upkeep.failures == ["states": failure])
            let list = try await record.rebuilder.projections()
            #expect(list.statuses.filter { $0.value != "current" } == ["states": "stopped"])
            #expect(list.projections.first { $0.projection.name == "states" }?.lag == list.head)
            let told = try await desk.done("projections").output
            let words = told.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
            #expect(words.contains("stopped at event \(place): it"))
            // Readers fold what is not kept; who has no such fault goes on.
            #expect(try await desk.json("list")["cases"].elements.count == 5)
            #expect(try await record.rebuilder.catchUp().failures.isEmpty)
            let again = try await record.rebuilder.projections().statuses
            #expect(Set(again.values) == ["current"])
        }
    }

    @Test("that throws leaves the old rows where they are, and a rebuild makes the others anew")
    func rebuilding() async throws {
        try await use { desk, record in
            let kept = try await record.rebuilder.projections().digests
            try await desk.sql(
                "UPDATE WS.case_state SET title = 'old'; UPDATE WS.timeline_entry SET type = 'old'")
            let damaged = try await record.rebuilder.projections().digests
            let plan = RebuildPlan(Planted.stopping("case/case-1", "e2").amongAll, window: 1)
            let built = try await record.rebuilder.rebuild(plan, progress: .silent)
            #expect(!built.holds)
            let stopped = built.projections.filter { $0.failure != nil }
            #expect(stopped.map(\.name) == ["states"])
            #expect(stopped.first?.failure?.position == place)
            let now = try await record.rebuilder.projections().digests
            #expect(now["states"] == damaged["states"])
            #expect(now["timelines"] == kept["timelines"])
            #expect(try await desk.texts("SELECT name FROM WS.projection WHERE NOT is_live") == [])
        }
    }

    @Test("that threw before a rebuild was cut off is not forgotten when it is taken up again")
    func resuming() async throws {
        try await use { desk, record in
            let kept = try await record.rebuilder.projections().digests
            try await desk.cutOffRebuild(at: "case/case-3")
            let stopping = Planted.stopping("case/case-1", "e2").amongAll
            let plan = RebuildPlan(stopping, workers: 1, window: 1)
            await #expect(throws: EventLogError.self) {
                try await record.rebuilder.rebuild(plan, progress: .silent)
            }
            try await desk.letRebuild()
            let built = try await record.rebuilder.rebuild(plan, progress: .silent)
            #expect(built.projections.first { $0.name == "states" }?.failure?.position == place)
            #expect(try await record.rebuilder.projections().digests == kept)
        }
    }
}
