public import CanonicalJSON

/// `inquiry.opened`: a summons, probe or suit begins.
public struct InquiryOpened: Payload {
    /// What it is about.
    public let subject: String
    /// What came of it.
    public let outcome: String?

    /// The type as it is recorded.
    public static let type = "inquiry.opened"
    /// What the type says, for `cases types`.
    public static let meaning = "A summons, probe or suit begins"
    /// Fields as somebody would write them.
    public static let example: JSONObject = ["subject": "safety of the lamps"]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        subject = fields.required("subject")
        outcome = fields.optional("outcome")
    }
}

/// `inquiry.closed`: a summons, probe or suit ends.
public struct InquiryClosed: Payload {
    /// What it is about.
    public let subject: String
    /// What came of it.
    public let outcome: String?

    /// The type as it is recorded.
    public static let type = "inquiry.closed"
    /// What the type says, for `cases types`.
    public static let meaning = "A summons, probe or suit ends"
    /// Fields as somebody would write them.
    public static let example: JSONObject = [
        "subject": "safety of the lamps", "outcome": "no fault found",
    ]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        subject = fields.required("subject")
        outcome = fields.optional("outcome")
    }
}
