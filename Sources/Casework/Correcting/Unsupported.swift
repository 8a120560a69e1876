package import CanonicalJSON
package import CaseModel

/// What no source bears out any longer.
package struct Unsupported: Hashable, Sendable {
    /// What it is, beside the event.
    package enum What: Hashable, Sendable {
        /// The event itself.
        case event
        /// What is said of one of its fields, named by its path; in an event of its own where it
        /// was added later.
        case claim(on: String, added: EventReference?)
        /// A link that stands on it.
        case link(Relation, Mode?, to: EventReference)
    }

    /// The event.
    package let event: EventReference
    /// What of it.
    package let what: What
}

extension Unsupported {
    /// As programs read it.
    package var json: JSONValue {
        var members: JSONObject = ["event": .string(event.description)]
        switch what {
        case .event:
            members["what"] = "event"
        case .claim(let field, let added):
            members["what"] = "claim"
            members["field"] = .string(field)
            members["claim"] = (added?.description).map(JSONValue.string)
        case .link(let relation, let mode, let to):
            members["what"] = "link"
            members["relation"] = .string(relation.rawValue)
            members["mode"] = mode.map { .string($0.rawValue) } ?? .null
            members["to"] = .string(to.description)
        }
        return .object(members)
    }
}
