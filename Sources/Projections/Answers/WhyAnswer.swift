public import CanonicalJSON
public import CaseModel

/// `cases.why/1`: the events, claims, corrections and links that determine a value.
public struct WhyAnswer: Answer {
    /// The case.
    public let slug: Slug
    /// The value, and its explanation.
    public let why: Why
    /// The position up to which the log was read.
    public let knownAt: Int64
    /// The registers that the answer refers to.
    public let registers: Registers
    /// The requested clocks.
    public let clocks: Clocks

    /// An answer as of a position.
    public init(
        slug: Slug, why: Why, knownAt: Int64, registers: Registers, clocks: Clocks = .none
    ) {
        self.slug = slug
        self.why = why
        self.knownAt = knownAt
        self.registers = registers
        self.clocks = clocks
    }

    /// The answer in the JSON form of its contract.
    public var json: JSONValue {
        let answer: JSONObject = [
            "schema": "cases.why/1", "case": .string(slug.text), "field": .string(why.field),
            "known_at": .integer(knownAt), "value": why.value,
            "because": .array(why.because.map(\.answer)),
        ]
        return .object(answer.answered(by: clocks, registers))
    }
}

extension Reason {
    /// The JSON form of the event and its effect.
    public var answer: JSONValue {
        var members: JSONObject = [
            "event": .event(event.reference), "type": .string(event.type.name),
            "occurred": event.body.occurred.answer, "effect": .string(effect.rawValue),
            "claims": .array(claims.map(\.answer)), "dissent": .array(dissent.map(\.answer)),
            "corrections": .array(standing.corrections.map(\.amendment)),
            "links": .array(links.map(\.onEvent)),
        ]
        members["value"] = value
        members["reason"] = event.givenReason.map(JSONValue.string)
        members["note"] = event.note.map(JSONValue.string)
        members["no_source"] = event.body.noSource.map(JSONValue.string)
        members["retraction"] = standing.retraction?.amendment
        if standing.isUnsupported { members["unsupported"] = true }
        return members.marked(certain: standing.isCertain)
    }
}

extension Event {
    /// A correction or retraction, with its reason and its sources.
    fileprivate var amendment: JSONValue {
        var members: JSONObject = [
            "event": .event(reference), "reason": .optional(givenReason),
        ]
        if case .eventCorrected(let correction) = body.content {
            members["set"] = .object(correction.set)
            members["note"] = note.map(JSONValue.string)
            members["claims"] = .array(json["claims"]?.array ?? [])
            members["no_source"] = body.noSource.map(JSONValue.string)
        }
        return .object(members)
    }

    /// Remarks beside that reason, or on another event.
    public var note: String? {
        switch body.content {
        case .noteAdded(let added): added.text
        case .eventCorrected(let correction): correction.note
        case .differenceExplained(let difference): difference.note
        default: nil
        }
    }

    /// The reason for recording it, if its type has one.
    public var givenReason: String? {
        switch body.content {
        case .eventCorrected(let correction): correction.reason.rawValue
        case .eventRetracted(let retraction): retraction.reason
        case .sourceWithdrawn(let withdrawal): withdrawal.reason
        case .differenceExplained(let difference): difference.as.rawValue
        default: nil
        }
    }
}
