public import CanonicalJSON
public import CaseModel

/// `cases.measures/1`, or `cases.measure/1` for a single one: the state of measures, across all
/// cases.
public struct MeasuresAnswer: Answer {
    /// The measures, in order of their slugs.
    public let measures: [KnownMeasure]
    /// Whether a single measure was requested.
    public let isSingle: Bool
    /// The position up to which the log was read.
    public let knownAt: Int64
    /// The registers that the answer refers to.
    public let registers: Registers
    /// The requested clocks.
    public let clocks: Clocks

    /// An answer as of a position.
    public init(
        measures: [KnownMeasure], isSingle: Bool, knownAt: Int64, registers: Registers,
        clocks: Clocks
    ) {
        self.measures = measures
        self.isSingle = isSingle
        self.knownAt = knownAt
        self.registers = registers
        self.clocks = clocks
    }

    /// The answer in the JSON form of its contract.
    public var json: JSONValue {
        var answer: JSONObject = ["measures": .array(measures.map(\.answer))]
        if isSingle, let measure = measures.first?.answer.object {
            answer = measure
            answer["events"] = .strings(measures[0].events.map(\.description))
        }
        answer["schema"] = isSingle ? "cases.measure/1" : "cases.measures/1"
        answer["known_at"] = .integer(knownAt)
        return .object(answer.answered(by: clocks, registers))
    }
}

extension KnownMeasure {
    /// The measure in the JSON form of its contract; one of them is a line of `--format jsonl`.
    public var answer: JSONValue {
        var members = life?.answer ?? KnownMeasure.unsaid(slug, register)
        members["cases"] = .strings(cases.map(\.text))
        members["citations"] = .array((register?.citations ?? []).map(\.answer))
        members["name"] = .optional(register?.name)
        members["part_of"] = .optional(register?.partOf?.text)
        members["scope"] = .array((register?.scope ?? []).map(\.answer))
        return members.marked(certain: life?.isCertain ?? true)
    }

    /// A measure of which no event states the status.
    private static func unsaid(_ slug: Slug, _ register: MeasureRegistered?) -> JSONObject {
        let direction = register?.direction ?? register?.kind.direction
        return [
            "amendments": [], "by": [], "direction": .optional(direction?.rawValue),
            "effective": .null, "enforced": .null, "enforced_since": .null,
            "enforced_until": .null, "instrument": .null,
            "jurisdiction": .optional(register?.jurisdiction?.slug.text),
            "kind": .optional(register?.kind.rawValue), "measure": .string(slug.text), "on": [],
            "set_by": .null, "since": .null, "status": .null, "until": .null,
        ]
    }
}

extension ScopeCode {
    fileprivate var answer: JSONValue {
        ["scheme": .string(scheme), "code": .string(code), "text": .optional(text)]
    }
}

extension Citation {
    fileprivate var answer: JSONValue {
        ["scheme": .string(scheme), "reference": .string(reference), "url": .optional(url)]
    }
}

extension Measure {
    /// The measure as shown in answers, in the state of a case and on its own.
    var answer: JSONObject {
        var members: JSONObject = [
            "amendments": .array(amendments.map(\.answer)), "by": .slugs(by),
            "direction": .string(direction.rawValue), "effective": effective.answerOrNull,
            "enforced": .bool(isEnforced), "enforced_since": enforcedSince.answerOrNull,
            "enforced_until": enforcedUntil.answerOrNull, "instrument": .optional(instrument),
            "jurisdiction": .optional(jurisdiction?.slug.text),
            "kind": .optional((kind ?? register?.kind)?.rawValue),
            "measure": .string(slug.text), "on": .slugs(on), "set_by": .event(setBy),
            "since": since.answer, "status": .string(status.word), "until": until.answerOrNull,
        ]
        if case .ended(let how) = status { members["how"] = .optional(how?.rawValue) }
        if hasEnforcedUntilPassed { members["enforced_until_passed"] = true }
        return members.standing(perhaps, hasUntilPassed: hasUntilPassed)
    }
}

extension Measure.Amendment {
    fileprivate var answer: JSONValue {
        var members: JSONObject = [
            "change": .string(said.change), "event": .event(event), "occurred": occurred.answer,
        ]
        members["direction"] = said.direction.map { .string($0.rawValue) }
        members["effective"] = said.effective?.described
        members["enforced"] = said.enforced.map { .bool($0) }
        members["enforced_until"] = said.enforcedUntil?.described
        members["until"] = said.until?.described
        return members.marked(certain: isCertain)
    }
}

extension EDTFDate {
    /// The date in the JSON form of answers.
    var described: JSONValue { Optional(self).answer }
}
