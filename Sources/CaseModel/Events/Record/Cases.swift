public import CanonicalJSON

/// `case.opened`: opens a case.
public struct CaseOpened: Payload {
    /// What people call the case.
    public let title: String

    /// The name of the type as recorded.
    public static let type = "case.opened"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A case is followed from now on"
    /// The kinds of stream in which it may be recorded.
    public static let streams: [StreamName.Kind] = [.case]
    /// Example fields.
    public static let example: JSONObject = ["title": "The seizure of Acme"]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        title = fields.required("title")
    }
}

/// `case.reopened`: reopens a closed case.
public struct CaseReopened: Payload {
    /// What people call the case.
    public let title: String

    /// The name of the type as recorded.
    public static let type = "case.reopened"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A closed case is followed again"
    /// The kinds of stream in which it may be recorded.
    public static let streams: [StreamName.Kind] = [.case]
    /// Example fields.
    public static let example: JSONObject = ["title": "The seizure of Acme"]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        title = fields.required("title")
    }
}

/// `case.closed`: closes a case.
public struct CaseClosed: Payload {
    /// How it ended.
    public let outcome: String

    /// How it ended.
    public static let type = "case.closed"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A case is no longer followed"
    /// The kinds of stream in which it may be recorded.
    public static let streams: [StreamName.Kind] = [.case]
    /// Example fields.
    public static let example: JSONObject = ["outcome": "Acme was given back."]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        outcome = fields.required("outcome")
    }
}
