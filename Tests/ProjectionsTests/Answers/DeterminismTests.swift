import CanonicalJSON
import CaseModel
import Projections
import RandomSupport
import Testing

@Suite("The same record")
struct DeterminismTests {
    /// Two cases that answer each other, their sources, corrections and additions.
    private func record() throws -> History {
        try History.seizureOfAcme().inCase("ban")
            .recorded("opened", "case.opened", ["title": "The ban"])
            .happened(
                "ban", "measure.imposed", "2031-05", ["measure": "ban", "kind": "export_ban"],
                by: "china", on: "acme",
                links: [link("responds_to", "acme-seizure/seizure", mode: "retaliates_for")]
            )
            .recorded(
                "second", "claim.added",
                ["event": "acme-seizure/seizure", "field": "occurred", "value": "2031-04-03"],
                claims: [["source": "letter"]]
            )
            .corrected("ban/ban", as: "fix", ["occurred": "[2031-05-01..2031-05-10]"])
            .happened("talks", "meeting.held", "2031-07", links: [link("pressured_by", "ban/ban")])
            .inCase("acme-seizure")
            .happened(
                "return", "control.returned", "2031-06", ["asset": "acme"],
                links: [link("responds_to", "ban/ban", mode: "complies_with")]
            )
            .recorded(
                "no", "link.disputed",
                [
                    "event": "acme-seizure/return", "relation": "responds_to", "to": "ban/ban",
                    "by": "nl-economy-ministry",
                ], claims: [["source": "letter"]])
    }

    private static let fields = [
        "title", "status", "last_event", "measures", "controls", "roles", "seizure", "ban",
        "seizure.links", "ban.occurred",
    ]

    /// All answers as text; positions, which are the log's and not the world's, left out.
    private func answers(_ events: [Event]) throws -> [String] {
        let standing = try effective(events)
        let registers = Registers(standing)
        let timeline = Timeline(standing, registers: registers)
        let chain = Chain(from: events.filter(\.type.isWorld).map(\.reference), in: standing)
        var answers = timeline.entries.map(\.answer.withoutPosition)
        answers.append(ChainAnswer(chain: chain, knownAt: 0, registers: registers).json)
        for slug in ["acme-seizure", "ban"].compactMap({ Slug($0) }) {
            let own = standing.filter { $0.event.stream == StreamName(.case, slug) }
            let state = CaseState(of: slug, own)
            answers.append(CaseAnswer(state: state, knownAt: 0, registers: registers).json)
            let recorded = events.filter { $0.stream == StreamName(.case, slug) }
            let grounds = Grounds(of: slug, recorded: recorded, own)
            answers += DeterminismTests.fields.compactMap { grounds.why($0) }.map {
                WhyAnswer(slug: slug, why: $0, knownAt: 0, registers: registers).json
            }
        }
        return answers.map { String(decoding: $0.canonicalBytes(), as: UTF8.self) }
    }

    @Test("gives the same answers every time")
    func repeated() throws {
        let events = try record().events
        let expected = try answers(events)
        for _ in 0..<20 { #expect(try answers(events) == expected) }
    }

    @Test("gives the same answers, however its streams are put together")
    func concatenated() throws {
        let events = try record().events
        let expected = try answers(events)
        var generator = SplitMix(seed: 0x5eed_0040)
        for _ in 0..<30 {
            let streams = Dictionary(grouping: events, by: \.stream).values
                .shuffled(using: &generator)
            let together = streams.flatMap(\.self).sorted { $0.position < $1.position }
            #expect(try answers(together) == expected)
        }
    }

    @Test("gives the same answers, however the recording of its streams was interleaved")
    func interleaved() throws {
        let events = try record().events
        let expected = try answers(events)
        var generator = SplitMix(seed: 0x5eed_0041)
        for _ in 0..<30 {
            let again = try interleaving(events, using: &generator)
            #expect(try answers(again) == expected)
        }
    }

    /// The streams in another order of recording, each in its own order.
    ///
    /// No two happenings of the record share a day: between those the position decides.
    private func interleaving(
        _ events: [Event], using generator: inout SplitMix
    ) throws -> [Event] {
        let turns = events.map(\.stream).shuffled(using: &generator)
        var rest = Dictionary(grouping: events, by: \.stream)
        var again: [Event] = []
        for stream in turns {
            guard let event = rest[stream]?.removeFirst() else { continue }
            again.append(
                try Event(
                    position: Int64(again.count + 1), id: event.id, stream: stream,
                    version: event.version, type: event.type, recordedAt: event.recordedAt,
                    recordedBy: event.recordedBy, json: event.json))
        }
        return again
    }

    @Test("says nothing of who recorded it and when")
    func recorder() throws {
        let texts = try answers(record().events).joined()
        for word in ["recorded", "writer/anna"] { #expect(!texts.contains(word)) }
    }
}

extension JSONValue {
    fileprivate var withoutPosition: JSONValue {
        guard case .object(var members) = self else { return self }
        members["position"] = nil
        return .object(members)
    }
}
