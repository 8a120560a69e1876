public import CanonicalJSON

/// `measure.registered`: registers a measure with its name and properties, across all cases.
public struct MeasureRegistered: Payload {
    /// The name.
    public let name: String
    /// What kind of measure it is.
    public let kind: MeasureKind
    /// The jurisdiction that the measure belongs to.
    public let jurisdiction: ActorSlug?
    /// Its direction, if that differs from the default of its kind.
    public let direction: Direction?
    /// The measure that it is a part of.
    public let partOf: Slug?
    /// What it covers.
    public let scope: [ScopeCode]
    /// Where its text is published.
    public let citations: [Citation]

    /// The name of the type as recorded.
    public static let type = "measure.registered"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A measure gets a name that holds in all cases"
    /// The kinds of stream in which it may be recorded.
    public static let streams: [StreamName.Kind] = [.measure]
    /// Example fields.
    public static let example: JSONObject = [
        "name": "Export ban on lamps", "kind": "export_ban",
        "scope": [["scheme": "HS", "code": "9405.11"]],
    ]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        name = fields.required("name")
        kind = fields.required("kind")
        jurisdiction = fields.optional("jurisdiction")
        direction = fields.optional("direction")
        partOf = (fields.optional("part_of") as MeasureSlug?)?.slug
        scope = fields.list("scope")
        citations = fields.list("citations")
    }
}

/// A code of what a measure covers: `{scheme: HS, code: "8541.10"}`.
public struct ScopeCode: FieldRecord, Hashable {
    /// The coding scheme: `HS`, `ECCN`, or a list's own.
    public let scheme: String
    /// The code as written in the scheme.
    public let code: String
    /// Its meaning in words.
    public let text: String?

    /// Reads the members.
    public init(reading fields: inout FieldReader) {
        scheme = fields.required("scheme")
        code = fields.required("code")
        text = fields.optional("text")
    }
}

/// Where the text of a measure is published: `{scheme: Federal Register, reference: 90 FR 14326}`.
public struct Citation: FieldRecord, Hashable {
    /// The collection: Federal Register, CFR, CELEX, a gazette.
    public let scheme: String
    /// The reference in it, as cited.
    public let reference: String
    /// Where it can be read.
    public let url: String?

    /// Reads the members.
    public init(reading fields: inout FieldReader) {
        scheme = fields.required("scheme")
        reference = fields.required("reference")
        url = fields.optional("url")
    }
}
