public import CanonicalJSON

/// `deadline.set`: something is due by a day: a hearing, the end of a consultation, a review.
public struct DeadlineSet: Payload {
    /// What is due.
    public let what: String
    /// When it is due.
    public let due: EDTFDate
    /// The event that it belongs to.
    public let of: EventReference?

    /// The name of the type as recorded.
    public static let type = "deadline.set"
    /// A one-clause description, for `cases types`.
    public static let meaning =
        "Something is due by a day: a hearing, a review"
    /// Example fields.
    public static let example: JSONObject = ["what": "hearing on the lamp ban", "due": "2031-06"]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        what = fields.required("what")
        due = fields.required("due")
        of = fields.optional("of")
    }
}
