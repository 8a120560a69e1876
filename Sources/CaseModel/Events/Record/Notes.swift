public import CanonicalJSON

/// `note.added`: something that the recorder wants to be remembered.
public struct NoteAdded: Payload {
    /// The note.
    public let text: String
    /// The event that it is about.
    public let event: EventReference?

    /// The type as it is recorded.
    public static let type = "note.added"
    /// What the type says, for `cases types`.
    public static let meaning = "Something that the recorder wants to be remembered"
    /// The streams that it may stand in.
    public static let streams = StreamName.Kind.allCases
    /// Fields as somebody would write them.
    public static let example: JSONObject = ["text": "Ask the court for the order."]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        text = fields.required("text")
        event = fields.optional("event")
    }
}
