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
        list = fields.required("list")
        party = fields.required("party")
        instrument = fields.optional("instrument")
        effect = fields.optional("effect")
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

    /// The type as it is recorded.
    public static let type = "party.delisted"
    /// What the type says, for `cases types`.
    public static let meaning = "A party is taken off a list"
    /// Fields as somebody would write them.
    public static let example: JSONObject = ["list": "lamp-register", "party": "acme"]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        list = fields.required("list")
        party = fields.required("party")
        instrument = fields.optional("instrument")
        effect = fields.optional("effect")
    }
}
