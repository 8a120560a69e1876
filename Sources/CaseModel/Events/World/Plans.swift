public import CanonicalJSON

/// `plan.announced`: a facility, product or investment is planned.
public struct PlanAnnounced: Payload {
    /// What is planned.
    public let subject: String

    /// The type as it is recorded.
    public static let type = "plan.announced"
    /// What the type says, for `cases types`.
    public static let meaning = "A facility, product or investment is planned"
    /// Fields as somebody would write them.
    public static let example: JSONObject = ["subject": "a lamp factory"]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        subject = fields.required("subject")
    }
}

/// `figure.reported`: a metric is reported.
public struct FigureReported: Payload {
    /// What is measured.
    public let metric: Slug
    /// Of whom.
    public let of: ActorSlug
    /// How much.
    public let value: Quantity
    /// Over which time.
    public let period: EDTFDate?

    /// The type as it is recorded.
    public static let type = "figure.reported"
    /// What the type says, for `cases types`.
    public static let meaning = "A metric is reported"
    /// Fields as somebody would write them.
    public static let example: JSONObject = [
        "metric": "market-share", "of": "acme",
        "value": ["printed": "a third", "min": 33, "max": 34, "unit": "percent"],
    ]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        metric = fields.required("metric")
        of = fields.required("of")
        value = fields.required("value")
        period = fields.optional("period")
    }
}
