public import CanonicalJSON
public import CaseModel

/// `cases.trace/1`: the way of goods from hand to hand.
public struct TraceAnswer: Answer {
    /// The way.
    public let flow: Flow
    /// The case or the actor that was asked about.
    public let subject: StreamName
    /// The position up to which the log was read.
    public let knownAt: Int64
    /// The registers that the answer refers to.
    public let registers: Registers
    /// The requested clocks.
    public let clocks: Clocks

    /// An answer as of a position.
    public init(
        flow: Flow, subject: StreamName, knownAt: Int64, registers: Registers, clocks: Clocks
    ) {
        (self.flow, self.subject) = (flow, subject)
        (self.knownAt, self.registers, self.clocks) = (knownAt, registers, clocks)
    }

    /// The answer in the JSON form of its contract.
    public var json: JSONValue {
        let answer: JSONObject = [
            "checks": .array(flow.checks.map(\.answer)), "known_at": .integer(knownAt),
            "schema": "cases.trace/1", "steps": .array(pieces),
            "subject": .string(subject.text),
        ]
        return .object(answer.answered(by: clocks, registers))
    }

    /// The steps; one of them is a line of `--format jsonl`.
    public var pieces: [JSONValue] { flow.steps.map(\.answer) }
}

extension FlowStep {
    fileprivate var answer: JSONValue {
        var members: JSONObject = [
            "after": .strings(after.map(\.description)), "event": .event(event),
            "flags": .array(flags.map(\.answer)), "from": .optional(from?.slug.text),
            "item": .string(item), "kind": .string(kind.rawValue), "occurred": occurred.answer,
            "place": .optional(place), "quantity": .array(quantity.map(\.answer)),
            "status": .string(status.rawValue), "to": .optional(to?.slug.text),
        ]
        if furtherBefore > 0 { members["after_more"] = .integer(Int64(furtherBefore)) }
        return members.marked(certain: isCertain)
    }
}

extension Quantity {
    /// As printed and as understood; absent bounds are omitted.
    fileprivate var answer: JSONValue {
        var members: JSONObject = ["printed": .string(printed), "unit": .string(unit)]
        members["value"] = value.map { .string($0.text) }
        members["min"] = min.map { .string($0.text) }
        members["max"] = max.map { .string($0.text) }
        return .object(members)
    }
}

extension FlowFlag {
    fileprivate var answer: JSONValue {
        let members: JSONObject = [
            "flag": .string(kind.rawValue), "on": .optional(on),
            "party": .optional(party?.slug.text),
        ]
        return members.marked(certain: isCertain)
    }
}

extension FlowCheck {
    fileprivate var answer: JSONValue {
        [
            "check": .string(kind.rawValue), "detail": .string(detail),
            "events": .strings(events.map(\.description)), "ok": .string(isRight.rawValue),
        ]
    }
}
