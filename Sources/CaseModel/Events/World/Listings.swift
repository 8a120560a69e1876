public import CanonicalJSON

/// `party.listed`: a party is put on a list.
public struct PartyListed: Payload {
    /// The list.
    public let list: Slug
    /// Who is put on it.
    public let party: ActorSlug
    /// The order or law.
    public let instrument: String?
    /// What follows from it.
    public let effect: String?
    /// Whether this restricts the party or eases what restricts it; nil for what the list says.
    public let direction: Direction?

    /// The type as it is recorded.
    public static let type = "party.listed"
    /// What the type says, for `cases types`.
    public static let meaning = "A party is put on a list"
    /// Fields as somebody would write them.
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
    /// What follows from it.
    public let effect: String?
    /// Whether this restricts the party or eases what restricts it; nil for what the list says.
    public let direction: Direction?

    /// The type as it is recorded.
    public static let type = "party.delisted"
    /// What the type says, for `cases types`.
    public static let meaning = "A party is taken off a list"
    /// Fields as somebody would write them.
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

/// `licence.decided`: a licence is applied for, granted, denied or taken back.
public struct LicenceDecided: Payload {
    /// For whom.
    public let party: ActorSlug?
    /// The measure from which it frees.
    public let measure: Slug?
    /// What was decided.
    public let decision: LicenceDecision
    /// For what.
    public let scope: String?
    /// When it is to end; nil where no source says.
    public let until: EDTFDate?

    /// The type as it is recorded.
    public static let type = "licence.decided"
    /// What the type says, for `cases types`.
    public static let meaning = "A licence is applied for, granted, denied or taken back"
    /// Fields as somebody would write them.
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

/// What is decided of a licence.
public enum LicenceDecision: String, Word {
    case applied, granted, denied, revoked, expired
}
