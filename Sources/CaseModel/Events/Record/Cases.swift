public import CanonicalJSON

/// `case.opened`: a case is followed from now on.
public struct CaseOpened: Payload {
    /// What people call the case.
    public let title: String

    /// The type as it is recorded.
    public static let type = "case.opened"
    /// What the type says, for `cases types`.
    public static let meaning = "A case is followed from now on"
    /// The streams that it may stand in.
    public static let streams: [StreamName.Kind] = [.case]
    /// Fields as somebody would write them.
    public static let example: JSONObject = ["title": "The seizure of Acme"]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        title = fields.required("title")
    }
}

/// `case.reopened`: a closed case is followed again.
public struct CaseReopened: Payload {
    /// What people call the case.
    public let title: String

    /// The type as it is recorded.
    public static let type = "case.reopened"
    /// What the type says, for `cases types`.
    public static let meaning = "A closed case is followed again"
    /// The streams that it may stand in.
    public static let streams: [StreamName.Kind] = [.case]
    /// Fields as somebody would write them.
    public static let example: JSONObject = ["title": "The seizure of Acme"]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        title = fields.required("title")
    }
}

/// `case.closed`: a case is no longer followed.
public struct CaseClosed: Payload {
    /// How it ended.
    public let outcome: String

    /// The type as it is recorded.
    public static let type = "case.closed"
    /// What the type says, for `cases types`.
    public static let meaning = "A case is no longer followed"
    /// The streams that it may stand in.
    public static let streams: [StreamName.Kind] = [.case]
    /// Fields as somebody would write them.
    public static let example: JSONObject = ["outcome": "Acme was given back."]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        outcome = fields.required("outcome")
    }
}
