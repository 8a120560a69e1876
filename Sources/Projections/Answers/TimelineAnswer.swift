public import CanonicalJSON
public import CaseModel

/// `cases.timeline/1`: the timeline of some cases.
public struct TimelineAnswer: Answer {
    /// The requested cases.
    public let cases: [Slug]
    /// The position up to which the log was read.
    public let knownAt: Int64
    /// The world events.
    public let timeline: Timeline
    /// The registers that the answer refers to.
    public let registers: Registers
    /// The requested clocks.
    public let clocks: Clocks

    /// An answer as of a position.
    public init(
        cases: [Slug], knownAt: Int64, timeline: Timeline, registers: Registers,
        clocks: Clocks = .none
    ) {
        self.cases = cases
        self.knownAt = knownAt
        self.timeline = timeline
        self.registers = registers
        self.clocks = clocks
    }

    /// The answer in the JSON form of its contract.
    public var json: JSONValue {
        let answer: JSONObject = [
            "schema": "cases.timeline/1",
            "cases": .strings(cases.map(\.text)),
            "known_at": .integer(knownAt),
            "entries": .array(timeline.entries.map(\.answer)),
        ]
        return .object(answer.answered(by: clocks, registers))
    }
}

extension TimelineEntry {
    /// The entry in the JSON form of its contract; one of them is a line of `--format jsonl`.
    public var answer: JSONValue {
        var entry = ownMembers
        entry["published"] = published.answerOrNull
        entry["status"] = .string(status.rawValue)
        return entry.marked(certain: isCertain)
    }

    /// The members determined by the case's own events; the others depend on its sources.
    var ownMembers: JSONObject {
        var entry: JSONObject = [
            "actors": .array(event.body.actors.map(\.answer)),
            "case": .string(event.stream.slug.text),
            "event": .event(event.reference),
            "id": .string(event.id.text),
            "links": .array(links.map(\.onEvent)),
            "occurred": occurred.answer,
            "position": .integer(event.position),
            "sources": .slugs(sources),
            "summary": .string(event.body.summary ?? ""),
            "type": .string(event.type.name),
        ]
        entry.markErased(event)
        if !dissent.isEmpty { entry["dissent"] = .array(dissent.map(\.answer)) }
        return entry
    }
}

extension Participant {
    fileprivate var answer: JSONValue {
        ["actor": .string(actor.slug.text), "role": .string(role.rawValue)]
    }
}
