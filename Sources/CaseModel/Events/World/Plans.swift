public import CanonicalJSON

/// `plan.announced`: a facility, product or investment is planned.
public struct PlanAnnounced: Payload {
    /// What is planned.
    public let subject: String

    /// The name of the type as recorded.
    public static let type = "plan.announced"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A facility, product or investment is planned"
    /// Example fields.
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
    /// The actor whose metric it is.
    public let of: ActorSlug
    /// The value.
    public let value: Quantity
    /// The period.
    public let period: EDTFDate?

    /// The name of the type as recorded.
    public static let type = "figure.reported"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A metric is reported"
    /// Example fields.
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
