public import CanonicalJSON

/// `control.taken`: a seizure, custody or external management begins.
public struct ControlTaken: Payload {
    /// What is controlled.
    public let asset: ActorSlug
    /// Which share of it.
    public let share: Share?
    /// How far the control goes.
    public let scope: String?
    /// The order, as a measure with its own life cycle.
    public let measure: Slug?
    /// What kind of measure the order is.
    public let kind: MeasureKind?
    /// The planned end; nil if no source states one.
    public let until: EDTFDate?

    /// The name of the type as recorded.
    public static let type = "control.taken"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A seizure, custody or external management begins"
    /// Example fields.
    public static let example: JSONObject = ["asset": "acme", "scope": "management"]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        asset = fields.required("asset")
        share = fields.optional("share")
        scope = fields.optional("scope")
        measure = (fields.optional("measure") as MeasureSlug?)?.slug
        kind = fields.optional("kind")
        until = fields.optional("until")
        refuseKindWithoutMeasure(kind, measure, &fields)
    }
}

/// `control.extended`: a seizure, custody or external management is prolonged.
public struct ControlExtended: Payload {
    /// What is controlled.
    public let asset: ActorSlug
    /// The new planned end; nil if it is extended indefinitely.
    public let until: EDTFDate?
    /// The order under which it was taken; nil for every control of the asset.
    public let measure: Slug?

    /// The name of the type as recorded.
    public static let type = "control.extended"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A seizure, custody or external management is prolonged"
    /// Example fields.
    public static let example: JSONObject = ["asset": "acme", "until": "2032-03-15"]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        asset = fields.required("asset")
        until = fields.nullable("until")
        measure = (fields.optional("measure") as MeasureSlug?)?.slug
    }
}

/// `control.returned`: a seizure, custody or external management ends.
public struct ControlReturned: Payload {
    /// What is controlled.
    public let asset: ActorSlug
    /// Which share of it.
    public let share: Share?
    /// How far the control goes.
    public let scope: String?
    /// The order, as a measure with its own life cycle.
    public let measure: Slug?
    /// What kind of measure the order is.
    public let kind: MeasureKind?

    /// The name of the type as recorded.
    public static let type = "control.returned"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A seizure, custody or external management ends"
    /// Example fields.
    public static let example: JSONObject = ["asset": "acme"]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        asset = fields.required("asset")
        share = fields.optional("share")
        scope = fields.optional("scope")
        measure = (fields.optional("measure") as MeasureSlug?)?.slug
        kind = fields.optional("kind")
        refuseKindWithoutMeasure(kind, measure, &fields)
    }
}

/// A kind describes the order, so it is refused without the measure.
private func refuseKindWithoutMeasure(
    _ kind: MeasureKind?, _ measure: Slug?, _ fields: inout FieldReader
) {
    fields.expect(
        [.needs("kind", "measure")], holds: kind == nil || measure != nil, at: "kind",
        "a kind without its measure", hint: "add measure: SLUG")
}
