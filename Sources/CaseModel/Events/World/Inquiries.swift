public import CanonicalJSON

/// `inquiry.opened`: a summons, probe or suit begins.
public struct InquiryOpened: Payload {
    /// What it is about.
    public let subject: String
    /// What came of it.
    public let outcome: String?

    /// The name of the type as recorded.
    public static let type = "inquiry.opened"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A summons, probe or suit begins"
    /// Example fields.
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

    /// The name of the type as recorded.
    public static let type = "inquiry.closed"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A summons, probe or suit ends"
    /// Example fields.
    public static let example: JSONObject = [
        "subject": "safety of the lamps", "outcome": "no fault found",
    ]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        subject = fields.required("subject")
        outcome = fields.optional("outcome")
    }
}

/// `inquiry.paused`: a summons, probe or suit is paused.
public struct InquiryPaused: Payload {
    /// What it is about.
    public let subject: String

    /// The name of the type as recorded.
    public static let type = "inquiry.paused"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A summons, probe or suit is paused"
    /// Example fields.
    public static let example: JSONObject = ["subject": "safety of the lamps"]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        subject = fields.required("subject")
    }
}

/// `inquiry.resumed`: a paused summons, probe or suit goes on.
public struct InquiryResumed: Payload {
    /// What it is about.
    public let subject: String

    /// The name of the type as recorded.
    public static let type = "inquiry.resumed"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A paused summons, probe or suit goes on"
    /// Example fields.
    public static let example: JSONObject = ["subject": "safety of the lamps"]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        subject = fields.required("subject")
    }
}

/// `inquiry.withdrawn`: the party that opened a summons, probe or suit withdraws it.
public struct InquiryWithdrawn: Payload {
    /// What it is about.
    public let subject: String

    /// The name of the type as recorded.
    public static let type = "inquiry.withdrawn"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A summons, probe or suit is withdrawn"
    /// Example fields.
    public static let example: JSONObject = ["subject": "safety of the lamps"]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        subject = fields.required("subject")
    }
}
