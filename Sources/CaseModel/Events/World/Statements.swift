public import CanonicalJSON

/// `threat.made`: a conditional warning.
public struct ThreatMade: Payload {
    /// What is threatened.
    public let threatened: String
    /// What would avert it.
    public let demand: String?
    /// The measure that is threatened.
    public let measure: Slug?

    /// The type as it is recorded.
    public static let type = "threat.made"
    /// What the type says, for `cases types`.
    public static let meaning = "A conditional warning"
    /// Fields as somebody would write them.
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

/// `statement.made`: somebody says something on the record.
public struct StatementMade: Payload {
    /// What kind of statement it is.
    public let mode: StatementMode
    /// What is said, in the recorder's words.
    public let content: String

    /// The type as it is recorded.
    public static let type = "statement.made"
    /// What the type says, for `cases types`.
    public static let meaning = "Somebody says something on the record"
    /// Fields as somebody would write them.
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

    /// The type as it is recorded.
    public static let type = "meeting.held"
    /// What the type says, for `cases types`.
    public static let meaning = "People meet"
    /// Fields as somebody would write them.
    public static let example: JSONObject = [
        "times": ["printed": "at least three times", "min": 3, "unit": "meetings"]
    ]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        times = fields.optional("times")
    }
}

/// `action.taken`: any deed that no other type names.
public struct ActionTaken: Payload {
    /// What is done.
    public let what: String

    /// The type as it is recorded.
    public static let type = "action.taken"
    /// What the type says, for `cases types`.
    public static let meaning = "Any deed that no other type names"
    /// Fields as somebody would write them.
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
