import CaseModel
import EventLog
import Postgres
import Testing

@Suite("Reading")
struct ReadingTests {
    @Test("events are found by stream, position, id, key and version")
    func find() async throws {
        try await Scratch.use { scratch in
            let log = scratch.log
            let events = try [
                NewEvent.make(in: "case/a", key: "one"), .make(in: "case/b"),
                .make(in: "case/a", key: "two"), .make(in: "case/c"),
            ]
            _ = try await log.append(events, by: "anna")
            let (a, b) = (StreamName.at("a"), StreamName.at("b"))
            #expect(try await log.events(in: a).map(\.id) == [events[0].id, events[2].id])
            #expect(try await log.events(in: a, after: 1).map(\.id) == [events[2].id])
            #expect(try await log.events(of: [b, a]).map(\.position) == [1, 2, 3])
            #expect(try await log.events(of: [b, a], through: 2).map(\.position) == [1, 2])
            #expect(try await log.event(events[1].id)?.stream == b.text)
            #expect(try await log.event(.random()) == nil)
            let key = try #require(Slug("two"))
            #expect(try await log.event(in: a, key: key)?.id == events[2].id)
            #expect(try await log.event(in: b, key: key) == nil)
            #expect(try await log.event(in: a, version: 2)?.id == events[2].id)
            #expect(try await log.event(in: a, version: 3) == nil)
            #expect(try await log.events(in: .at("none")).isEmpty)
        }
    }

    @Test("the streams of a kind are listed with their last version, by name")
    func tips() async throws {
        try await Scratch.use { scratch in
            #expect(try await scratch.log.streams(.case).isEmpty)
            let names = ["case/b", "actor/z", "case/a-1", "case/b", "case/a", "source/x"]
            _ = try await scratch.log.append(names.map { try .make(in: $0) }, by: "anna")
            let tips = try await scratch.log.streams(.case)
            #expect(tips.map(\.stream.text) == ["case/a", "case/a-1", "case/b"])
            #expect(tips.map(\.version) == [1, 1, 2])
            #expect(tips.map(\.position) == [5, 3, 4])
        }
    }
}

@Suite("Folding the log")
struct FoldTests {
    @Test("every event once, in order, however wide the windows", arguments: [1, 2, 3, 7, 100])
    func windows(width: Int64) async throws {
        try await logOfSeven { scratch in
            let positions = try await scratch.log.fold(
                2...7, into: [Int64](), window: width
            ) { positions, event in positions.append(event.position) }
            #expect(positions == [2, 3, 4, 5, 6, 7])
        }
    }

    @Test("a fold reads the same events as a query")
    func sameEvents() async throws {
        try await logOfSeven { scratch in
            let folded = try await scratch.log.fold(1...7, into: [StoredEvent]()) {
                events, event in events.append(event)
            }
            #expect(try await scratch.log.events(in: .at("a")) == folded)
        }
    }

    @Test("a missing position stops the fold and is named; whoever looks for it may go on")
    func gap() async throws {
        try await logOfSeven { scratch in
            let damage = """
                ALTER TABLE WS.event DISABLE TRIGGER ALL;
                DELETE FROM WS.event WHERE position IN (4, 7)
                """
            try #require(try await scratch.state(of: damage) == nil)
            for window in [1, 4, 100] as [Int64] {
                await #expect(throws: EventLogError.gap(position: 4)) {
                    try await scratch.log.fold(1...7, into: 0, window: window) {
                        count, _ in count += 1
                    }
                }
                await #expect(throws: EventLogError.gap(position: 7)) {
                    try await scratch.log.fold(5...7, into: 0, window: window) {
                        count, _ in count += 1
                    }
                }
                let there = try await scratch.log.fold(
                    1...7, into: [Int64](), gaps: .shown, window: window
                ) { there, event in there.append(event.position) }
                #expect(there == [1, 2, 3, 5, 6])
            }
            let end = try await scratch.log.end()
            #expect((end.head, end.lastPosition) == (7, 6))
        }
    }

    @Test("what the step throws stops the fold and arrives as it is")
    func failure() async throws {
        try await logOfSeven { scratch in
            await #expect(throws: Stop.at(3)) {
                try await scratch.log.fold(1...7, into: 0) { _, event in
                    if event.position == 3 { throw Stop.at(3) }
                }
            }
            let head = try await scratch.log.head()
            #expect(head == 7)
        }
    }

    private func logOfSeven(_ body: (Scratch) async throws -> Void) async throws {
        try await Scratch.use { scratch in
            let events = try (1...7).map { _ in try NewEvent.make(in: "case/a") }
            _ = try await scratch.log.append(events, by: "anna")
            try await body(scratch)
        }
    }
}

private enum Stop: Error, Equatable {
    case at(Int64)
}
