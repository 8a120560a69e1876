public import CanonicalJSON
public import CaseModel

/// `cases.case/1`: how a case stands.
public struct CaseAnswer: Answer {
    /// The state of the case.
    public let state: CaseState
    /// The position up to which the log was read.
    public let knownAt: Int64
    /// The names of those whom it concerns.
    public let registers: Registers
    /// The clocks that were asked.
    public let clocks: Clocks

    /// An answer as of a position.
    public init(state: CaseState, knownAt: Int64, registers: Registers, clocks: Clocks = .none) {
        self.state = state
        self.knownAt = knownAt
        self.registers = registers
        self.clocks = clocks
    }

    /// The answer as the contract has it.
    public var json: JSONValue {
        var answer = state.members
        answer["schema"] = "cases.case/1"
        answer["known_at"] = .integer(knownAt)
        return .object(answer.answered(by: clocks, registers))
    }
}

extension CaseState {
    /// The members of the answer that the case's own events make.
    var members: JSONObject {
        [
            "case": .string(slug.text),
            "controls": .array(controls.map { row($0.answer, $0.setBy) }),
            "disputes": .array(disputes.map { $0.answer.marked(certain: $0.isCertain) }),
            "last_event": .event(lastEvent),
            "listings": .array(listings.map { row($0.answer, $0.setBy) }),
            "measures": .array(measures.map { row($0.answer, $0.setBy) }),
            "ownership": .array(ownership.map { row($0.answer, $0.setBy) }),
            "roles": .array(roles.map { row($0.answer, $0.setBy) }),
            "status": isOpen ? "open" : "closed",
            "title": .optional(title),
        ]
    }

    /// A row, marked where the event that set it is not certain by the clocks.
    private func row(_ members: JSONObject, _ setBy: EventReference) -> JSONValue {
        members.marked(certain: !uncertain.contains(setBy))
    }
}

extension Measure {
    fileprivate var answer: JSONObject {
        var members: JSONObject = [
            "by": .slugs(by), "enforced": .bool(isEnforced), "kind": .optional(kind?.rawValue),
            "measure": .string(slug.text), "on": .slugs(on), "set_by": .event(setBy),
            "since": since.answer, "status": .string(status.word), "until": until.answerOrNull,
        ]
        if case .ended(let how) = status { members["how"] = .string(how.rawValue) }
        return members
    }
}

extension Control {
    fileprivate var answer: JSONObject {
        [
            "asset": .string(asset.slug.text), "by": .slugs(by), "since": since.answer,
            "share": share.answer, "scope": .optional(scope),
            "measure": .optional(measure?.text), "set_by": .event(setBy),
        ]
    }
}

extension HeldRole {
    fileprivate var answer: JSONObject {
        [
            "person": .string(person.slug.text), "organisation": .string(organisation.slug.text),
            "role": .string(role), "status": .string(status.rawValue), "since": since.answer,
            "set_by": .event(setBy),
        ]
    }
}

extension Listing {
    fileprivate var answer: JSONObject {
        [
            "list": .string(list.text), "party": .string(party.slug.text),
            "status": isListed ? "listed" : "delisted", "since": since.answer,
            "set_by": .event(setBy),
        ]
    }
}

extension OwnershipClaim {
    fileprivate var answer: JSONObject {
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
        [
            "asset": .string(asset.slug.text), "owner": owner, "share": share, "direct": direct,
            "undisclosed": .bool(undisclosed), "set_by": .event(setBy),
        ]
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
    /// The share as it is recorded; `null` where no source gives one.
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
