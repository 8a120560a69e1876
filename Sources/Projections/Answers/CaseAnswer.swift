public import CanonicalJSON
public import CaseModel

/// `cases.case/1`: the state of a case.
public struct CaseAnswer: Answer {
    /// The state of the case.
    public let state: CaseState
    /// The position up to which the log was read.
    public let knownAt: Int64
    /// The registers that the answer refers to.
    public let registers: Registers
    /// The requested clocks.
    public let clocks: Clocks

    /// An answer as of a position.
    public init(state: CaseState, knownAt: Int64, registers: Registers, clocks: Clocks = .none) {
        self.state = state
        self.knownAt = knownAt
        self.registers = registers
        self.clocks = clocks
    }

    /// The answer in the JSON form of its contract.
    public var json: JSONValue {
        var answer = state.members
        answer["schema"] = "cases.case/1"
        answer["known_at"] = .integer(knownAt)
        return .object(answer.answered(by: clocks, registers))
    }
}

extension CaseState {
    /// The members of the answer, without its schema, position and clocks.
    var members: JSONObject {
        [
            "case": .string(slug.text),
            "controls": .array(controls.map { row($0.answer, $0.setBy, $0.isCertain) }),
            "disputes": .array(disputes.map { $0.answer.marked(certain: $0.isCertain) }),
            "inquiries": .array(inquiries.map { row($0.answer, $0.setBy, $0.isCertain) }),
            "last_event": .event(lastEvent),
            "licences": .array(licences.map { row($0.answer, $0.setBy, $0.isCertain) }),
            "listings": .array(listings.map { row($0.answer, $0.setBy, $0.isCertain) }),
            "measures": .array(measures.map { row($0.answer, $0.setBy, $0.isCertain) }),
            "ownership": .array(ownership.map { row($0.answer, $0.setBy, $0.isCertain) }),
            "roles": .array(roles.map { row($0.answer, $0.setBy, $0.isCertain) }),
            "status": isOpen ? "open" : "closed",
            "title": .optional(title),
        ]
    }

    /// A row, marked if it is not certain under the requested clocks, or if all sources of the
    /// event that set it were withdrawn.
    private func row(
        _ members: JSONObject, _ setBy: EventReference, _ isCertain: Bool
    ) -> JSONValue {
        var members = members
        if unsupported.contains(setBy) { members["unsupported"] = true }
        return members.marked(certain: isCertain)
    }
}

extension JSONObject {
    /// The row with its possible changes, if any, and a mark if its planned end has passed.
    func standing(_ perhaps: [Possibility], hasUntilPassed: Bool = false) -> JSONObject {
        var row = self
        if !perhaps.isEmpty { row["perhaps"] = .array(perhaps.map(\.answer)) }
        if hasUntilPassed { row["until_passed"] = true }
        return row
    }
}

extension Possibility {
    /// A change that may have happened, in the JSON form of answers.
    var answer: JSONValue {
        var members: JSONObject = [
            "set_by": .event(setBy), "since": since.answer, "status": .string(status),
        ]
        if let how { members["how"] = .string(how) }
        if let isEnforced { members["enforced"] = .bool(isEnforced) }
        members["until"] = until?.described
        return .object(members)
    }
}

extension Control {
    var answer: JSONObject {
        let row: JSONObject = [
            "asset": .string(asset.slug.text), "by": .slugs(by), "since": since.answer,
            "share": share.answer, "scope": .optional(scope),
            "measure": .optional(measure?.text), "set_by": .event(setBy),
            "until": until.answerOrNull,
        ]
        return row.standing(perhaps, hasUntilPassed: hasUntilPassed)
    }
}

extension Licence {
    var answer: JSONObject {
        let row: JSONObject = [
            "decision": .string(decision.rawValue), "measure": .optional(measure?.text),
            "party": .optional(party?.slug.text), "scope": .optional(scope),
            "set_by": .event(setBy), "since": since.answer, "until": until.answerOrNull,
        ]
        return row.standing(perhaps, hasUntilPassed: hasUntilPassed)
    }
}

extension Inquiry {
    var answer: JSONObject {
        let row: JSONObject = [
            "outcome": .optional(outcome), "set_by": .event(setBy), "since": since.answer,
            "status": .string(status.rawValue), "subject": .string(subject),
        ]
        return row.standing(perhaps)
    }
}

extension HeldRole {
    var answer: JSONObject {
        let row: JSONObject = [
            "person": .string(person.slug.text), "organisation": .string(organisation.slug.text),
            "role": .string(role), "status": .string(status.rawValue), "since": since.answer,
            "set_by": .event(setBy),
        ]
        return row.standing(perhaps)
    }
}

extension Listing {
    var answer: JSONObject {
        let row: JSONObject = [
            "direction": .string(direction.rawValue), "list": .string(list.text),
            "party": .string(party.slug.text), "status": .string(status), "since": since.answer,
            "set_by": .event(setBy),
        ]
        return row.standing(perhaps)
    }
}

extension OwnershipClaim {
    var answer: JSONObject {
        switch ownership {
        case .owned(let owner, let share, let direct):
            row(.string(owner.slug.text), share.answer, .string(direct.rawValue), false)
        case .undisclosed:
            row(.null, .null, .null, true)
        }
    }

    private func row(
        _ owner: JSONValue, _ share: JSONValue, _ direct: JSONValue, _ undisclosed: Bool
    ) -> JSONObject {
        let row: JSONObject = [
            "asset": .string(asset.slug.text), "owner": owner, "share": share, "direct": direct,
            "undisclosed": .bool(undisclosed), "set_by": .event(setBy),
        ]
        return row.standing(perhaps)
    }
}

extension OpenDispute {
    fileprivate var answer: JSONObject {
        var members: JSONObject = [
            "event": .event(event), "relation": .null, "to": .null, "field": .null,
            "by": .optional(by?.slug.text), "source": .string(source.slug.text),
        ]
        switch subject {
        case .link(let relation, let to):
            members["relation"] = .string(relation.rawValue)
            members["to"] = .event(to)
        case .field(let field):
            members["field"] = .optional(field?.path)
        }
        members["value"] = value
        return members
    }
}

extension Share? {
    /// The share as recorded; `null` if no source gives one.
    fileprivate var answer: JSONValue {
        switch self {
        case nil: .null
        case .exact(let fraction): .string(fraction.text)
        case .printed(let share):
            [
                "printed": .string(share.printed), "min": .optional(share.min?.text),
                "max": .optional(share.max?.text),
            ]
        }
    }
}
