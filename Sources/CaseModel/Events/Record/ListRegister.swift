public import CanonicalJSON

/// `list.registered`: a list of parties gets a name, and which way being on it goes.
public struct ListRegistered: Payload {
    /// The name.
    public let name: String
    /// Who keeps it.
    public let jurisdiction: ActorSlug?
    /// Whether being on it restricts a party or eases what restricts it; nil means restricts.
    public let direction: Direction?
    /// The programme that it belongs to.
    public let programme: String?

    /// The type as it is recorded.
    public static let type = "list.registered"
    /// What the type says, for `cases types`.
    public static let meaning = "A list of parties gets a name that holds in all cases"
    /// The streams that it may stand in.
    public static let streams: [StreamName.Kind] = [.list]
    /// Fields as somebody would write them.
    public static let example: JSONObject = [
        "name": "Register of trusted lamp buyers", "direction": "eases",
    ]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        name = fields.required("name")
        jurisdiction = fields.optional("jurisdiction")
        direction = fields.optional("direction")
        programme = fields.optional("programme")
    }
}
