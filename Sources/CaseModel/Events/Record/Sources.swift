public import CanonicalJSON

/// `source.captured`: a document that somebody can read.
public struct SourceCaptured: Payload {
    /// The title; nil where it has none.
    public let title: String?
    /// Who published it; nil where nobody is named.
    public let publisher: String?
    /// Who wrote it.
    public let authors: [String]
    /// When it was published; nil where it is undated.
    public let published: EDTFDate?
    /// Where it can be read.
    public let url: String?
    /// The source that it retells.
    public let reports: SourceSlug?
    /// How reliable it is.
    public let grade: Grade?
    /// The digest of a stored copy.
    public let sha256: SHA256Text?

    /// The type as it is recorded.
    public static let type = "source.captured"
    /// What the type says, for `cases types`.
    public static let meaning = "A document that somebody can read"
    /// The streams that it may stand in.
    public static let streams: [StreamName.Kind] = [.source]
    /// Fields as somebody would write them.
    public static let example: JSONObject = [
        "title": "Order 31/14", "publisher": "State Gazette", "published": "2031-04-02",
    ]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        title = fields.nullable("title")
        publisher = fields.nullable("publisher")
        authors = fields.list("authors")
        published = fields.nullable("published")
        url = fields.optional("url")
        reports = fields.optional("reports")
        grade = fields.optional("grade")
        sha256 = fields.optional("sha256")
    }
}

/// `source.withdrawn`: a source no longer counts.
public struct SourceWithdrawn: Payload {
    /// Why.
    public let reason: String

    /// The type as it is recorded.
    public static let type = "source.withdrawn"
    /// What the type says, for `cases types`.
    public static let meaning = "A source no longer counts"
    /// The streams that it may stand in.
    public static let streams: [StreamName.Kind] = [.source]
    /// Fields as somebody would write them.
    public static let example: JSONObject = ["reason": "the newspaper took the article back"]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        reason = fields.required("reason")
    }
}
