import CaseModel
import EventLog
import Testing

@Suite("Appending")
struct AppendTests {
    @Test("positions count from 1 through the log, versions from 1 in each stream")
    func numbers() async throws {
        try await Scratch.use { scratch in
            let events = try ["case/a", "actor/b", "case/a"].map { try NewEvent.make(in: $0) }
            let batch = try await scratch.log.append(events, by: "anna")
            let single = try await scratch.log.append([.make(in: "actor/b")], by: "anna")
            #expect((batch + single).map(\.position) == [1, 2, 3, 4])
            #expect((batch + single).map(\.version) == [1, 1, 2, 2])
            #expect(batch.map(\.id) == events.map(\.id))
            #expect(try await scratch.log.head() == 4)
        }
    }

    @Test("the same event again is a replay: its first place is answered, nothing is recorded")
    func replay() async throws {
        try await Scratch.use { scratch in
            let event = try NewEvent.make(key: "seizure")
            let first = try await scratch.log.append([event], by: "anna")
            for attempt in [[event], [event, event]] {
                let again = try await scratch.log.append(attempt, by: "somebody else")
                #expect(again.allSatisfy { $0.replayed })
                #expect(again.allSatisfy { $0.position == 1 && $0.version == 1 })
                #expect(again.allSatisfy { $0.recordedAt == first[0].recordedAt })
            }
            #expect(try await scratch.count() == 1)
            #expect(try await scratch.log.head() == 1)
        }
    }

    @Test("a replay is recognised before any expected version is looked at")
    func replayBeforeVersion() async throws {
        try await Scratch.use { scratch in
            let events = try [NewEvent.make(in: "case/a"), .make(in: "case/a")]
            _ = try await scratch.log.append(events, by: "anna", expecting: [.at("a"): 0])
            for attempt in [events, [events[0]]] {
                let again = try await scratch.log.append(
                    attempt, by: "anna", expecting: [.at("a"): 0])
                #expect(again.allSatisfy { $0.replayed })
            }
        }
    }

    @Test("a batch may mix known and new events, and gives back the positions it did not need")
    func mixedBatch() async throws {
        try await Scratch.use { scratch in
            let known = try NewEvent.make(in: "case/a")
            _ = try await scratch.log.append([known], by: "anna")
            let new = try NewEvent.make(in: "case/a")
            let batch = try await scratch.log.append([new, known, new], by: "anna")
            #expect(batch.map(\.position) == [2, 1, 2])
            #expect(batch.map(\.version) == [2, 1, 2])
            #expect(batch.map(\.replayed) == [false, true, true])
            #expect(try await scratch.log.append([.make()], by: "anna")[0].position == 3)
        }
    }

    @Test("an id that stands for other content is refused, alone, in a batch, within a batch")
    func idConflict() async throws {
        try await Scratch.use { scratch in
            let event = try NewEvent.make(note: "one")
            let changes = try [
                NewEvent.make(event.id, note: "two"),
                NewEvent.make(event.id, in: "case/other", note: "one"),
                NewEvent.make(event.id, note: "one", type: "threat.made"),
            ]
            for other in changes {
                await #expect(throws: EventLogError.idConflict(event.id)) {
                    try await scratch.log.append([event, other], by: "anna")
                }
            }
            #expect(try await scratch.count() == 0)
            _ = try await scratch.log.append([event], by: "anna")
            let attempts = try changes.flatMap { [[$0], [try .make(), $0]] }
            for attempt in attempts {
                await #expect(throws: EventLogError.idConflict(event.id)) {
                    try await scratch.log.append(attempt, by: "anna")
                }
            }
            #expect(try await scratch.count() == 1)
            #expect(try await scratch.log.head() == 1)
        }
    }

    @Test("a key names one event of its stream")
    func keyConflict() async throws {
        try await Scratch.use { scratch in
            let first = try NewEvent.make(key: "seizure")
            let second = try NewEvent.make(.another, key: "seizure")
            for attempt in [[first, second]] {
                await #expect(throws: EventLogError.idConflict(second.id)) {
                    try await scratch.log.append(attempt, by: "anna")
                }
            }
            _ = try await scratch.log.append([first], by: "anna")
            for attempt in try [[second], [.make(), second]] {
                await #expect(throws: EventLogError.idConflict(second.id)) {
                    try await scratch.log.append(attempt, by: "anna")
                }
            }
            _ = try await scratch.log.append([.make(in: "case/b", key: "seizure")], by: "anna")
        }
    }

    @Test("an erased event cannot be replayed: its content can no longer be compared")
    func erasedReplay() async throws {
        try await Scratch.use { scratch in
            let event = try NewEvent.make(key: "seizure")
            _ = try await scratch.log.append([event], by: "anna")
            let erase = "UPDATE WS.event SET body = NULL, salt = NULL"
            #expect(try await scratch.state(of: erase, as: "cases_owner") == nil)
            for attempt in try [[event], [event, .make()]] {
                await #expect(throws: EventLogError.idConflict(event.id)) {
                    try await scratch.log.append(attempt, by: "anna")
                }
            }
        }
    }
}
