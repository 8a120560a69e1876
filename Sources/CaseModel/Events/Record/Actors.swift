public import CanonicalJSON

/// `actor.registered`: registers an actor.
public struct ActorRegistered: Payload {
    /// The name.
    public let name: String
    /// What kind of actor it is.
    public let type: ActorType
    /// Its home country.
    public let country: Country?
    /// Other names.
    public let also: [String]
    /// Identifiers elsewhere, by scheme.
    public let ids: [ExternalID]

    /// The name of the type as recorded.
    public static let type = "actor.registered"
    /// A one-clause description, for `cases types`.
    public static let meaning = "Somebody who acts or is acted upon"
    /// The kinds of stream in which it may be recorded.
    public static let streams: [StreamName.Kind] = [.actor]
    /// Example fields.
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

/// `actors.merged`: two actors turn out to be one; a retraction undoes it.
public struct ActorsMerged: Payload {
    /// The actor that remains.
    public let into: ActorSlug
    /// Why they are considered to be one.
    public let reason: String

    /// The name of the type as recorded.
    public static let type = "actors.merged"
    /// A one-clause description, for `cases types`.
    public static let meaning = "Two actors turn out to be one; undone by a retraction"
    /// The kinds of stream in which it may be recorded.
    public static let streams: [StreamName.Kind] = [.actor]
    /// Example fields.
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

/// The identifier of an actor in an external register.
public struct ExternalID: Hashable, Sendable {
    /// The register: `lei`, `wikidata`.
    public let scheme: String
    /// The identifier there.
    public let id: String
}
