public import CanonicalJSON

/// `link.asserted`: somebody relates two events that are already recorded.
public struct LinkAsserted: Payload {
    /// The later event: the answer.
    public let event: EventReference
    /// The link that is said to stand on it.
    public let link: Link

    /// The type as it is recorded.
    public static let type = "link.asserted"
    /// What the type says, for `cases types`.
    public static let meaning = "Somebody relates two events that are already recorded"
    /// The streams that it may stand in.
    public static let streams: [StreamName.Kind] = [.case]
    /// Fields as somebody would write them.
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

/// `link.disputed`: somebody denies a link.
public struct LinkDisputed: Payload {
    /// The later event of the link.
    public let event: EventReference
    /// The relation of the link.
    public let relation: Relation
    /// The earlier event of the link.
    public let to: EventReference
    /// Who denies it.
    public let by: ActorSlug

    /// The type as it is recorded.
    public static let type = "link.disputed"
    /// What the type says, for `cases types`.
    public static let meaning = "Somebody denies a link"
    /// The streams that it may stand in.
    public static let streams: [StreamName.Kind] = [.case]
    /// It must say where the link is denied.
    public static let needsClaim = true
    /// Fields as somebody would write them.
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
