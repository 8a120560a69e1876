public import CanonicalJSON

/// `link.asserted`: asserts a link between two recorded events.
public struct LinkAsserted: Payload {
    /// The later event: the answer.
    public let event: EventReference
    /// The asserted link.
    public let link: Link

    /// The name of the type as recorded.
    public static let type = "link.asserted"
    /// A one-clause description, for `cases types`.
    public static let meaning = "Somebody relates two events that are already recorded"
    /// The kinds of stream in which it may be recorded.
    public static let streams: [StreamName.Kind] = [.case]
    /// Example fields.
    public static let example: JSONObject = [
        "event": "acme-seizure/seizure", "relation": "follows", "to": "acme-seizure/warning",
        "basis": "temporal", "asserted_by": ["analyst"],
    ]

    /// Reads the event and the fields of a link.
    public init(reading fields: inout FieldReader) {
        event = fields.required("event")
        link = Link(reading: &fields)
    }
}

/// `link.disputed`: a denial of a link.
public struct LinkDisputed: Payload {
    /// The later event of the link.
    public let event: EventReference
    /// The relation of the link.
    public let relation: Relation
    /// The earlier event of the link.
    public let to: EventReference
    /// Who denies it.
    public let by: ActorSlug

    /// The name of the type as recorded.
    public static let type = "link.disputed"
    /// A one-clause description, for `cases types`.
    public static let meaning = "Somebody denies a link"
    /// The kinds of stream in which it may be recorded.
    public static let streams: [StreamName.Kind] = [.case]
    /// It must name the source of the denial.
    public static let needsClaim = true
    /// Example fields.
    public static let example: JSONObject = [
        "event": "acme-seizure/seizure", "relation": "follows", "to": "acme-seizure/warning",
        "by": "nl-economy-minister",
    ]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        event = fields.required("event")
        relation = fields.required("relation")
        to = fields.required("to")
        by = fields.required("by")
    }
}
