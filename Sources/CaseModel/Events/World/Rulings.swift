public import CanonicalJSON

/// `ruling.issued`: a court or authority decides a suit or an inquiry.
public struct RulingIssued: Payload {
    /// What it is about.
    public let subject: String
    /// What was decided.
    public let decision: String
    /// The measure that it is about; what it does to the measure is said by a link.
    public let measure: Slug?

    /// The name of the type as recorded.
    public static let type = "ruling.issued"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A court or authority decides"
    /// Example fields.
    public static let example: JSONObject = [
        "subject": "safety of the lamps", "decision": "the ban is void", "measure": "lamp-ban",
    ]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        subject = fields.required("subject")
        decision = fields.required("decision")
        measure = (fields.optional("measure") as MeasureSlug?)?.slug
    }
}

/// `ruling.appealed`: a party takes a ruling to a higher court.
public struct RulingAppealed: Payload {
    /// What it is about.
    public let subject: String
    /// The ruling.
    public let ruling: EventReference?

    /// The name of the type as recorded.
    public static let type = "ruling.appealed"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A party takes a ruling to a higher court"
    /// Example fields.
    public static let example: JSONObject = ["subject": "safety of the lamps"]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        subject = fields.required("subject")
        ruling = fields.optional("ruling")
    }
}
