public import CanonicalJSON
public import CaseModel

/// What sources bear out: an event, what is said of one of its fields, or a link on it.
public struct Assertion: Hashable, Sendable {
    /// What it is, beside the event.
    public enum What: Hashable, Sendable {
        /// The event itself.
        case event
        /// What is said of one of its fields, named by its path; in an event of its own where it
        /// was added later.
        case claim(on: String, added: EventReference?)
        /// A link that stands on it.
        case link(Relation, Mode?, to: EventReference)
    }

    /// The event.
    public let event: EventReference
    /// What of it.
    public let what: What
}

extension Assertion {
    /// As programs read it.
    public var answer: JSONObject {
        var members: JSONObject = ["event": .event(event)]
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
            members["mode"] = .optional(mode?.rawValue)
            members["to"] = .event(to)
        }
        return members
    }
}
