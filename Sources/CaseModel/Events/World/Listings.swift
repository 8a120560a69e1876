public import CanonicalJSON

/// `party.listed`: a party is put on a list.
public struct PartyListed: Payload {
    /// The list.
    public let list: Slug
    /// Who is put on it.
    public let party: ActorSlug
    /// The order or law.
    public let instrument: String?
    /// Its effect.
    public let effect: String?
    /// Whether this restricts the party or eases a restriction; nil for the direction of the list.
    public let direction: Direction?

    /// The name of the type as recorded.
    public static let type = "party.listed"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A party is put on a list"
    /// Example fields.
    public static let example: JSONObject = [
        "list": "lamp-register", "party": "acme", "effect": "a licence is needed",
    ]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        list = (fields.required("list") as ListSlug).slug
        party = fields.required("party")
        instrument = fields.optional("instrument")
        effect = fields.optional("effect")
        direction = fields.optional("direction")
    }
}

/// `party.delisted`: a party is taken off a list.
public struct PartyDelisted: Payload {
    /// The list.
    public let list: Slug
    /// Who is taken off it.
    public let party: ActorSlug
    /// The order or law.
    public let instrument: String?
    /// Its effect.
    public let effect: String?
    /// Whether this restricts the party or eases a restriction; nil for the direction of the list.
    public let direction: Direction?

    /// The name of the type as recorded.
    public static let type = "party.delisted"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A party is taken off a list"
    /// Example fields.
    public static let example: JSONObject = ["list": "lamp-register", "party": "acme"]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        list = (fields.required("list") as ListSlug).slug
        party = fields.required("party")
        instrument = fields.optional("instrument")
        effect = fields.optional("effect")
        direction = fields.optional("direction")
    }
}

/// `licence.decided`: a licence is applied for, granted, denied or revoked.
public struct LicenceDecided: Payload {
    /// The licensee.
    public let party: ActorSlug?
    /// The measure that it exempts from.
    public let measure: Slug?
    /// The decision.
    public let decision: LicenceDecision
    /// The scope of the licence.
    public let scope: String?
    /// The planned end; nil if no source states one.
    public let until: EDTFDate?

    /// The name of the type as recorded.
    public static let type = "licence.decided"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A licence is applied for, granted, denied or taken back"
    /// Example fields.
    public static let example: JSONObject = [
        "party": "acme", "measure": "lamp-export-ban", "decision": "granted", "until": "2032",
    ]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        party = fields.optional("party")
        measure = (fields.optional("measure") as MeasureSlug?)?.slug
        decision = fields.required("decision")
        scope = fields.optional("scope")
        until = fields.optional("until")
    }
}

/// A decision about a licence.
public enum LicenceDecision: String, Word {
    case applied, granted, denied, revoked, expired
}
