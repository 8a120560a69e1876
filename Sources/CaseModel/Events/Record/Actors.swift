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
    /// Names with the time for which they are stated, and the language and script of each.
    public let names: [ActorName]
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
        names = fields.list("names")
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

/// A name that an actor has or had: `{name: Inspur Systems, to: 2023-05}`.
public struct ActorName: FieldRecord, Hashable {
    /// The name.
    public let name: String
    /// Since when it is used; nil if not stated.
    public let from: EDTFDate?
    /// Until when it was used; nil if not stated.
    public let to: EDTFDate?
    /// The language, as BCP 47 has it: `zh`, `nl`; nil if not stated.
    public let language: String?
    /// The script, as ISO 15924 has it: `Hans`, `Latn`; nil if not stated.
    public let script: String?

    /// Reads the members.
    public init(reading fields: inout FieldReader) {
        name = fields.required("name")
        from = fields.optional("from")
        to = fields.optional("to")
        language = fields.optional("language")
        script = fields.optional("script")
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
