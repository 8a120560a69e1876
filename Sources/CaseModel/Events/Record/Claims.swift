public import CanonicalJSON

/// `claim.added`: a further or conflicting value for a field of an event.
public struct ClaimAdded: Payload {
    /// The event that the claim is about.
    public let event: EventReference
    /// The field that it gives a value to.
    public let field: FieldName
    /// The value.
    public let value: JSONValue

    /// The name of the type as recorded.
    public static let type = "claim.added"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A second or conflicting value for a field of an event"
    /// The kinds of stream in which it may be recorded.
    public static let streams: [StreamName.Kind] = [.case]
    /// It must name a source.
    public static let needsClaim = true
    /// Example fields.
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

/// `difference.explained`: explains why two different values are not a contradiction.
public struct DifferenceExplained: Payload {
    /// The event whose field differs.
    public let event: EventReference
    /// The event that it differs from; nil if claims on the same event differ.
    public let with: EventReference?
    /// The field.
    public let field: FieldName
    /// What explains it.
    public let `as`: Explanation
    /// The explanation in words.
    public let note: String

    /// The name of the type as recorded.
    public static let type = "difference.explained"
    /// A one-clause description, for `cases types`.
    public static let meaning = "Two values differ, and why that is no contradiction"
    /// The kinds of stream in which it may be recorded.
    public static let streams: [StreamName.Kind] = [.case]
    /// Example fields.
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
