import CanonicalJSON
import CaseModel
import Projections
import RandomSupport
import Testing

@Suite("Laws of the three clocks")
struct ClockLawTests {
    private func forEachRecord(
        seed: UInt64, _ body: ([Event], inout SplitMix) throws -> Void
    ) throws {
        var generator = SplitMix(seed: seed)
        for _ in 0..<25 {
            let record = try RandomRecord(using: &generator)
            let sources = record.events.filter { $0.stream.kind == .source }
            for _ in 0..<4 {
                let others = record.selection(using: &generator).filter { $0.stream.kind == .case }
                try body(sources + others, &generator)
            }
        }
    }

    @Test("what is recorded later changes no answer that was known before")
    func known() throws {
        try forEachRecord(seed: 0x5eed_0070) { events, generator in
            var asked = AskedClocks(using: &generator)
            let position = Int64.random(in: 0...26, using: &generator)
            asked.knownAt = position
            let prefix = events.filter { $0.position <= position }
            let before = try ClockedAnswers(prefix, asked)
            #expect(try ClockedAnswers(events, asked) == before)
        }
    }

    @Test("known at the head is what is said without that clock")
    func head() throws {
        try forEachRecord(seed: 0x5eed_0071) { events, generator in
            var asked = AskedClocks(using: &generator)
            asked.knownAt = nil
            let now = try seen(events, asked)
            asked.knownAt = 26
            #expect(try seen(events, asked) == now)
        }
    }

    @Test("the far future leaves out nothing, and doubts only what bears no date")
    func future() throws {
        let far = AskedClocks(asOf: "2031", publishedBy: "2031")
        try forEachRecord(seed: 0x5eed_0072) { events, _ in
            // Every date of the table with a last day, and every day of recording, is past by then.
            let dated = events.filter { !$0.isOpen }
            guard dated.count(where: { $0.type.name == "source.captured" }) == 4 else { return }
            let now = try seen(dated, AskedClocks())
            let then = try seen(dated, far)
            #expect(then.map(\.event) == now.map(\.event))
            for event in then where !event.isCertain {
                #expect(event.event.type.isWorld && event.event.body.occurred == nil)
            }
        }
    }

    @Test("nothing that was certainly published becomes less so, unless it is amended")
    func monotone() throws {
        let days = ["2031-04-01", "2031-04-06", "2031-04-10", "2031-04-20", "2031-04", "2031"]
        try forEachRecord(seed: 0x5eed_0073) { events, _ in
            let plain = events.filter { !$0.type.name.hasPrefix("event.") }
            var certain: Set<EventReference> = []
            for day in days {
                let then = try seen(plain, AskedClocks(publishedBy: day))
                let now = Set(then.filter(\.isCertain).map(\.event.reference))
                #expect(certain.isSubset(of: now))
                certain = now
            }
        }
    }

    @Test("retracting a retraction restores every answer")
    func restored() throws {
        try forEachRecord(seed: 0x5eed_0074) { events, generator in
            let own = events.filter { $0.stream.text == "case/a" }
            guard let target = own.randomElement(using: &generator) else { return }
            var asked = AskedClocks(using: &generator)
            asked.knownAt = nil
            let undo = try Event.retracting(target, at: 100)
            let redo = try Event.retracting(undo, at: 101)
            let restored = try ClockedAnswers(events + [undo, redo], asked)
            #expect(try restored == ClockedAnswers(events, asked))
        }
    }

    private func seen(_ events: [Event], _ asked: AskedClocks) throws -> [EffectiveEvent] {
        let clocks = try asked.clocks
        let sources = try effective(events, by: Clocks(knownAt: clocks.knownAt))
        return try effective(events, by: clocks, publications: Publications(sources))
    }
}

extension Event {
    /// Whether a date that it gives has no last day.
    fileprivate var isOpen: Bool {
        String(decoding: JSONValue.object(json).canonicalBytes(), as: UTF8.self)
            .contains("[2031-04-12..]")
    }

    /// The retraction of an event at a place in the log.
    fileprivate static func retracting(_ event: Event, at position: Int64) throws -> Event {
        let key = try #require(Slug("undo-\(position)"))
        return try Event(
            position: position, id: EventID(stream: event.stream, key: key), stream: event.stream,
            version: position, type: try #require(EventType.named("event.retracted")),
            recordedAt: event.recordedAt, recordedBy: event.recordedBy,
            json: [
                "key": .string(key.text),
                "data": ["event": .string(event.reference.description), "reason": "wrong"],
            ])
    }
}
