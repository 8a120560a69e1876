public import CanonicalJSON

/// `source.captured`: registers a source document.
public struct SourceCaptured: Payload {
    /// The title; nil if it has none.
    public let title: String?
    /// Who published it; nil if not stated.
    public let publisher: String?
    /// Who wrote it.
    public let authors: [String]
    /// When it was published; nil if it is undated.
    public let published: EDTFDate?
    /// Where it can be read.
    public let url: String?
    /// The source that it retells.
    public let reports: SourceSlug?
    /// How reliable it is.
    public let grade: Grade?
    /// The digest of a stored copy.
    public let sha256: SHA256Text?

    /// The name of the type as recorded.
    public static let type = "source.captured"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A document that somebody can read"
    /// The kinds of stream in which it may be recorded.
    public static let streams: [StreamName.Kind] = [.source]
    /// Example fields.
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

    /// What is known of a source whose registration was erased: nothing.
    package static var unknown: SourceCaptured {
        var fields = FieldReader.describing()
        return SourceCaptured(reading: &fields)
    }
}

/// `source.withdrawn`: a source no longer counts.
public struct SourceWithdrawn: Payload {
    /// Why.
    public let reason: String

    /// The name of the type as recorded.
    public static let type = "source.withdrawn"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A source no longer counts"
    /// The kinds of stream in which it may be recorded.
    public static let streams: [StreamName.Kind] = [.source]
    /// Example fields.
    public static let example: JSONObject = ["reason": "the newspaper took the article back"]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        reason = fields.required("reason")
    }
}
