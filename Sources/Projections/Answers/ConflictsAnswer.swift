public import CanonicalJSON
public import CaseModel

/// `cases.conflicts/1`: contradictions, and what cannot be correct.
public struct ConflictsAnswer: Answer {
    /// The conflicts and lints.
    public let conflicts: Conflicts
    /// The position up to which the log was read.
    public let knownAt: Int64
    /// The registers that the answer refers to.
    public let registers: Registers
    /// The requested clocks.
    public let clocks: Clocks

    /// An answer as of a position.
    public init(
        conflicts: Conflicts, knownAt: Int64, registers: Registers, clocks: Clocks = .none
    ) {
        self.conflicts = conflicts
        self.knownAt = knownAt
        self.registers = registers
        self.clocks = clocks
    }

    /// The answer in the JSON form of its contract.
    public var json: JSONValue {
        let answer: JSONObject = [
            "schema": "cases.conflicts/1",
            "known_at": .integer(knownAt),
            "conflicts": .array(conflicts.conflicts.map(\.answer)),
            "lints": .array(conflicts.lints.map(\.answer)),
        ]
        return .object(answer.answered(by: clocks, registers))
    }
}

extension Conflict {
    /// The conflict in the JSON form of its contract.
    public var answer: JSONValue {
        var members: JSONObject = [
            "subject": .string(subject.description), "attribute": .string(attribute),
            "values": .array(values.map(\.answer)), "status": isOpen ? "open" : "explained",
            "explanation": .optional(explanation?.note),
        ]
        members["explained_as"] = (explanation?.as.rawValue).map(JSONValue.string)
        return members.marked(certain: isCertain)
    }
}

extension ConflictingValue {
    fileprivate var answer: JSONValue {
        ["value": value, "claims": .array(claims.map(\.answer))]
    }
}

extension Testimony {
    fileprivate var answer: JSONValue {
        var members: JSONObject = [
            "event": .event(event), "source": .string(source.slug.text),
        ]
        members["at"] = (claim?.at).map(JSONValue.string)
        members["printed"] = (claim?.printed).map(JSONValue.string)
        members["quote"] = (claim?.quote).map(JSONValue.string)
        members["span"] = claim?.span?.json
        members["field"] = (claim?.field?.path).map(JSONValue.string)
        members["stance"] = (stance?.rawValue).map(JSONValue.string)
        members["by"] = (by?.slug.text).map(JSONValue.string)
        return members.marked(certain: isCertain)
    }
}

extension Lint {
    /// The lint in the JSON form of its contract.
    public var answer: JSONValue {
        [
            "event": .event(event), "lint": .string(kind.rawValue), "detail": .string(detail),
        ]
    }
}
