public import CanonicalJSON
public import CaseModel

/// `cases.diff/1`: what changed in a case between two values of one clock, and why.
public struct DiffAnswer: Answer {
    /// The case.
    public let slug: Slug
    /// The clock: `occurred`, `published` or `recorded`.
    public let clock: String
    /// The first value of that clock: a date, or a position.
    public let from: JSONValue
    /// The second value.
    public let to: JSONValue
    /// What changed.
    public let difference: CaseDifference
    /// The position up to which the log was read.
    public let knownAt: Int64
    /// The registers that the answer refers to.
    public let registers: Registers
    /// The other requested clocks.
    public let clocks: Clocks

    /// An answer.
    public init(
        slug: Slug, clock: String, from: JSONValue, to: JSONValue, difference: CaseDifference,
        knownAt: Int64, registers: Registers, clocks: Clocks = .none
    ) {
        self.slug = slug
        self.clock = clock
        self.from = from
        self.to = to
        self.difference = difference
        self.knownAt = knownAt
        self.registers = registers
        self.clocks = clocks
    }

    /// The answer in the JSON form of its contract.
    public var json: JSONValue {
        let answer: JSONObject = [
            "schema": "cases.diff/1", "case": .string(slug.text), "clock": .string(clock),
            "from": from, "to": to, "known_at": .integer(knownAt),
            "changes": .array(difference.changes.map(\.answer)),
            "events": .array(difference.events.map(\.maker)),
        ]
        return .object(answer.answered(by: clocks, registers))
    }
}

extension CaseChange {
    /// The JSON form of one change.
    public var answer: JSONValue {
        [
            "what": .string(place.rawValue), "field": .string(field), "from": old ?? .null,
            "to": new ?? .null, "because": .strings(because.map(\.reference.description)),
        ]
    }
}

extension Event {
    /// An event that caused a change, with the reason that it gives.
    fileprivate var maker: JSONValue {
        var members: JSONObject = [
            "event": .event(reference), "type": .string(type.name),
            "position": .integer(position), "occurred": body.occurred.answerOrNull,
            "reason": .optional(givenReason),
        ]
        members["note"] = note.map(JSONValue.string)
        if case .sourceCaptured(let source) = body.content {
            members["published"] = source.published.answer
        }
        return .object(members)
    }
}
