public import CanonicalJSON

/// `entity.renamed`: an entity changes its name.
public struct EntityRenamed: Payload {
    /// Who.
    public let entity: ActorSlug
    /// The name until then.
    public let old: String
    /// The name from then on.
    public let new: String

    /// The name of the type as recorded.
    public static let type = "entity.renamed"
    /// A one-clause description, for `cases types`.
    public static let meaning = "An entity changes its name"
    /// Example fields.
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
