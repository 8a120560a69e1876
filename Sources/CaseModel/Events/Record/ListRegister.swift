public import CanonicalJSON

/// `list.registered`: registers a list of parties and its direction.
public struct ListRegistered: Payload {
    /// The name.
    public let name: String
    /// Who maintains it.
    public let jurisdiction: ActorSlug?
    /// Whether being on it restricts a party or eases a restriction; nil means restricts.
    public let direction: Direction?
    /// The programme that it belongs to.
    public let programme: String?

    /// The name of the type as recorded.
    public static let type = "list.registered"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A list of parties gets a name that holds in all cases"
    /// The kinds of stream in which it may be recorded.
    public static let streams: [StreamName.Kind] = [.list]
    /// Example fields.
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
