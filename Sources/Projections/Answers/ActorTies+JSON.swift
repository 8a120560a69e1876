import CanonicalJSON
public import CaseModel

extension ActorTies {
    /// The members of an actor's answer about lists and owners.
    var members: JSONObject {
        [
            "control_by_listed": .array(control.map(\.answer)),
            "listings": .array(listings.map(\.answer)), "owned": .array(owned.map(\.answer)),
            "owners": .array(owners.map(\.answer)),
            "shares": .array(
                shares.map { ["owner": .string($0.owner.slug.text), "share": $0.share.answer] }),
        ]
    }
}

extension PortionBounds {
    /// Both bounds as fractions.
    var answer: JSONValue { ["min": .string(min.text), "max": .string(max.text)] }
}

extension ActorListing {
    /// A place on a list, with the events that speak of it.
    var answer: JSONValue {
        var members: JSONObject = [
            "claims": .array(mentions.map(\.answer)), "direction": .string(row.direction.rawValue),
            "disputed": .bool(isDisputed), "list": .string(row.list.text),
            "set_by": .event(row.setBy), "since": row.since.answer, "status": .string(row.status),
        ]
        if !row.perhaps.isEmpty { members["perhaps"] = .array(row.perhaps.map(\.answer)) }
        return members.marked(certain: row.isCertain)
    }
}

extension ActorListing.Mention {
    fileprivate var answer: JSONValue {
        [
            "disputed": .bool(isDisputed), "event": .event(event),
            "instrument": .optional(instrument), "occurred": occurred.answer,
            "status": .string(isListed ? "listed" : "delisted"),
        ]
    }
}

extension OwnershipBranch {
    fileprivate var answer: JSONValue {
        var members = holding.answer
        members["depth"] = .integer(Int64(depth))
        if isRepeated { members["repeated"] = true }
        return members.marked(certain: holding.isCertain)
    }
}

extension Holding {
    /// A holding with the events that state it.
    fileprivate var answer: JSONObject {
        [
            "asset": .string(asset.slug.text), "claims": .strings(claims.map(\.description)),
            "direct": .string(direct.rawValue), "disputed": .bool(isDisputed),
            "owner": .string(owner.slug.text), "share": share.answer, "stated": stated.answer,
        ]
    }
}

extension Trilean {
    /// The answer to the question of whether a rule captures an actor.
    public var captured: String {
        switch self {
        case .yes: "captured"
        case .no: "not_captured"
        case .unknown: "undetermined"
        }
    }
}

extension ControlVerdict {
    /// The answer of a rule, without what decides it.
    var answer: JSONObject {
        [
            "answer": .string(isCaptured.captured),
            "if_in_force": .string(isCapturedIfInForce.captured),
            "listed": .string(isListed.rawValue), "name": .string(rule.name),
            "rule": .string(rule.slug.text), "status": .string(standing.word),
        ]
    }
}

extension ControlRule.Standing {
    /// The status in the word of the answer.
    public var word: String {
        switch self {
        case .notYet: "not_yet"
        case .unclear: "unclear"
        case .period(_, isOver: true): "until_passed"
        case .period(let period, isOver: false): period.status.rawValue
        }
    }
}

extension ControlAnswer {
    fileprivate var answer: JSONValue {
        var members = verdict.answer
        members["because"] = .array(steps.map(\.answer))
        return .object(members)
    }
}

extension ControlAnswer.Step {
    fileprivate var answer: JSONValue {
        [
            "actor": .string(actor.slug.text), "answer": .string(isCaptured.captured),
            "held": held.answer, "listings": .array(listings.map(\.answer)),
            "owners": .array(owners.map(\.answer)),
            "undisclosed": .strings(undisclosed.map(\.description)),
            "unknown": .string(unknown.text),
        ]
    }
}

extension ControlAnswer.Owner {
    fileprivate var answer: JSONValue {
        var members = holding.answer
        members["answer"] = .string(isCaptured.captured)
        return members.marked(certain: holding.isCertain)
    }
}
