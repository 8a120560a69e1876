public import CanonicalJSON

/// `actor.registered`: somebody who acts or is acted upon.
public struct ActorRegistered: Payload {
    /// The name.
    public let name: String
    /// What kind of actor it is.
    public let type: ActorType
    /// Where it is at home.
    public let country: Country?
    /// Other names.
    public let also: [String]
    /// Identifiers elsewhere, by scheme.
    public let ids: [ExternalID]

    /// The type as it is recorded.
    public static let type = "actor.registered"
    /// What the type says, for `cases types`.
    public static let meaning = "Somebody who acts or is acted upon"
    /// The streams that it may stand in.
    public static let streams: [StreamName.Kind] = [.actor]
    /// Fields as somebody would write them.
    public static let example: JSONObject = [
        "name": "Acme Semiconductors", "type": "company", "country": "NL",
    ]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        name = fields.required("name")
        type = fields.required("type")
        country = fields.optional("country")
        also = fields.list("also")
        ids = fields.map("ids").map { ExternalID(scheme: $0.name, id: $0.value) }
    }
}

/// `actors.merged`: two actors turn out to be one; undone by a retraction.
public struct ActorsMerged: Payload {
    /// The actor that stays.
    public let into: ActorSlug
    /// Why they are held to be one.
    public let reason: String

    /// The type as it is recorded.
    public static let type = "actors.merged"
    /// What the type says, for `cases types`.
    public static let meaning = "Two actors turn out to be one; undone by a retraction"
    /// The streams that it may stand in.
    public static let streams: [StreamName.Kind] = [.actor]
    /// Fields as somebody would write them.
    public static let example: JSONObject = [
        "into": "acme", "reason": "one company under two spellings",
    ]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        into = fields.required("into")
        reason = fields.required("reason")
    }
}

/// What kind of actor an actor is.
public enum ActorType: String, Word {
    case state, agency, court, company, person, group, coalition, site, item
}

/// What an actor is called in somebody else's register.
public struct ExternalID: Hashable, Sendable {
    /// Whose register: `lei`, `wikidata`.
    public let scheme: String
    /// The identifier there.
    public let id: String
}
