public import CanonicalJSON

/// `tag.added`: a word is put on a case, an actor, a source, a measure, a list or one event.
public struct TagAdded: Payload {
    /// The word.
    public let tag: Slug
    /// The event that it is about; nil for the whole stream.
    public let event: EventReference?

    /// The name of the type as recorded.
    public static let type = "tag.added"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A word under which a thing is found"
    /// The kinds of stream in which it may be recorded.
    public static let streams = StreamName.Kind.allCases
    /// Example fields.
    public static let example: JSONObject = ["tag": "semiconductors"]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        tag = fields.required("tag")
        event = fields.optional("event")
    }
}

/// `tag.removed`: a word is taken off again.
public struct TagRemoved: Payload {
    /// The word.
    public let tag: Slug
    /// The event that it is about; nil for the whole stream.
    public let event: EventReference?

    /// The name of the type as recorded.
    public static let type = "tag.removed"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A word is taken off again"
    /// The kinds of stream in which it may be recorded.
    public static let streams = StreamName.Kind.allCases
    /// Example fields.
    public static let example: JSONObject = ["tag": "semiconductors"]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        tag = fields.required("tag")
        event = fields.optional("event")
    }
}
