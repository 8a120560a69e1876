public import CanonicalJSON

/// `entity.renamed`: an entity changes its name.
public struct EntityRenamed: Payload {
    /// Who.
    public let entity: ActorSlug
    /// The name until then.
    public let old: String
    /// The name from then on.
    public let new: String

    /// The type as it is recorded.
    public static let type = "entity.renamed"
    /// What the type says, for `cases types`.
    public static let meaning = "An entity changes its name"
    /// Fields as somebody would write them.
    public static let example: JSONObject = [
        "entity": "acme", "old": "Acme Lamps", "new": "Acme Light",
    ]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        entity = fields.required("entity")
        old = fields.required("old")
        new = fields.required("new")
    }
}
