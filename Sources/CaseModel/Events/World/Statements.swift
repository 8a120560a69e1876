public import CanonicalJSON

/// `threat.made`: a conditional warning.
public struct ThreatMade: Payload {
    /// What is threatened.
    public let threatened: String
    /// What would avert it.
    public let demand: String?
    /// The measure that is threatened.
    public let measure: Slug?

    /// The name of the type as recorded.
    public static let type = "threat.made"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A conditional warning"
    /// Example fields.
    public static let example: JSONObject = [
        "threatened": "a ban on lamp exports", "demand": "withdraw the tariff",
    ]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        threatened = fields.required("threatened")
        demand = fields.optional("demand")
        measure = (fields.optional("measure") as MeasureSlug?)?.slug
    }
}

/// `statement.made`: a statement on the record.
public struct StatementMade: Payload {
    /// What kind of statement it is.
    public let mode: StatementMode
    /// What is said, in the recorder's words.
    public let content: String

    /// The name of the type as recorded.
    public static let type = "statement.made"
    /// A one-clause description, for `cases types`.
    public static let meaning = "Somebody says something on the record"
    /// Example fields.
    public static let example: JSONObject = [
        "mode": "denial", "content": "The ministry denies that it was asked to act.",
    ]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        mode = fields.required("mode")
        content = fields.required("content")
    }
}

/// `meeting.held`: people meet.
public struct MeetingHeld: Payload {
    /// How often, where it was more than once.
    public let times: Quantity?

    /// The name of the type as recorded.
    public static let type = "meeting.held"
    /// A one-clause description, for `cases types`.
    public static let meaning = "People meet"
    /// Example fields.
    public static let example: JSONObject = [
        "times": ["printed": "at least three times", "min": 3, "unit": "meetings"]
    ]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        times = fields.optional("times")
    }
}

/// `action.taken`: any action without a type of its own.
public struct ActionTaken: Payload {
    /// What is done.
    public let what: String

    /// The name of the type as recorded.
    public static let type = "action.taken"
    /// A one-clause description, for `cases types`.
    public static let meaning = "Any deed that no other type names"
    /// Example fields.
    public static let example: JSONObject = ["what": "moves its stock to another port"]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        what = fields.required("what")
    }
}

/// What kind of statement a statement is.
public enum StatementMode: String, Word {
    case allegation, denial, demand, commitment, promise, comment
}
