public import CanonicalJSON

/// `claim.added`: a second or conflicting value for a field of an event.
public struct ClaimAdded: Payload {
    /// The event that the claim is about.
    public let event: EventReference
    /// The field that it gives a value to.
    public let field: FieldName
    /// The value.
    public let value: JSONValue

    /// The type as it is recorded.
    public static let type = "claim.added"
    /// What the type says, for `cases types`.
    public static let meaning = "A second or conflicting value for a field of an event"
    /// The streams that it may stand in.
    public static let streams: [StreamName.Kind] = [.case]
    /// It must say who claims it.
    public static let needsClaim = true
    /// Fields as somebody would write them.
    public static let example: JSONObject = [
        "event": "acme-seizure/seizure", "field": "occurred", "value": "2031-04-03",
    ]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        event = fields.required("event")
        field = fields.required("field")
        value = fields.required("value")
    }
}

/// `difference.explained`: two values differ, and why that is no contradiction.
public struct DifferenceExplained: Payload {
    /// The event whose field differs.
    public let event: EventReference
    /// The event that it differs from; nil where claims on the same event differ.
    public let with: EventReference?
    /// The field.
    public let field: FieldName
    /// What explains it.
    public let `as`: Explanation
    /// The explanation in words.
    public let note: String

    /// The type as it is recorded.
    public static let type = "difference.explained"
    /// What the type says, for `cases types`.
    public static let meaning = "Two values differ, and why that is no contradiction"
    /// The streams that it may stand in.
    public static let streams: [StreamName.Kind] = [.case]
    /// Fields as somebody would write them.
    public static let example: JSONObject = [
        "event": "acme-seizure/seizure", "field": "occurred", "as": "typo",
        "note": "The gazette itself says the 2nd.",
    ]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        event = fields.required("event")
        with = fields.optional("with")
        field = fields.required("field")
        `as` = fields.required("as")
        note = fields.required("note")
    }
}

/// What explains a difference between two values.
public enum Explanation: String, Word {
    case scope, rounding, typo
    case laterChange = "later_change"
    case differentMetric = "different_metric"
}
