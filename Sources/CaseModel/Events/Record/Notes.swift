public import CanonicalJSON

/// `note.added`: a note by the recorder.
public struct NoteAdded: Payload {
    /// The note.
    public let text: String
    /// The event that it is about.
    public let event: EventReference?

    /// The name of the type as recorded.
    public static let type = "note.added"
    /// A one-clause description, for `cases types`.
    public static let meaning = "Something that the recorder wants to be remembered"
    /// The kinds of stream in which it may be recorded.
    public static let streams = StreamName.Kind.allCases
    /// Example fields.
    public static let example: JSONObject = ["text": "Ask the court for the order."]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        text = fields.required("text")
        event = fields.optional("event")
    }
}
