public import CanonicalJSON

/// `measure.registered`: a measure gets a name, and what is known of it in all cases.
public struct MeasureRegistered: Payload {
    /// The name.
    public let name: String
    /// What kind of measure it is.
    public let kind: MeasureKind
    /// Whose measure it is.
    public let jurisdiction: ActorSlug?
    /// Which way it goes, where that is not what its kind says.
    public let direction: Direction?
    /// The measure that it is a part of.
    public let partOf: Slug?
    /// What it covers.
    public let scope: [ScopeCode]
    /// Where its text is published.
    public let citations: [Citation]

    /// The type as it is recorded.
    public static let type = "measure.registered"
    /// What the type says, for `cases types`.
    public static let meaning = "A measure gets a name that holds in all cases"
    /// The streams that it may stand in.
    public static let streams: [StreamName.Kind] = [.measure]
    /// Fields as somebody would write them.
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
    /// Whose codes they are: `HS`, `ECCN`, or a list's own.
    public let scheme: String
    /// The code, as it is written there.
    public let code: String
    /// What it stands for, in words.
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
    /// The place in it, as it is cited.
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
