public import CanonicalJSON

/// `measure.announced`: a measure is made public, but is not in force.
public struct MeasureAnnounced: Payload {
    /// The measure.
    public let measure: Slug
    /// What kind of measure it is.
    public let kind: MeasureKind?
    /// Its stage.
    public let stage: MeasureStage
    /// The jurisdiction that the measure belongs to.
    public let jurisdiction: ActorSlug?
    /// The order or law.
    public let instrument: String?
    /// Its direction, if that differs from the default of its kind.
    public let direction: Direction?

    /// The name of the type as recorded.
    public static let type = "measure.announced"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A measure is made public, not in force"
    /// Example fields.
    public static let example: JSONObject = ["measure": "lamp-export-ban", "stage": "proposed"]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        measure = (fields.required("measure") as MeasureSlug).slug
        kind = fields.optional("kind")
        stage = fields.required("stage")
        jurisdiction = fields.optional("jurisdiction")
        instrument = fields.optional("instrument")
        direction = fields.optional("direction")
    }
}

/// `measure.imposed`: a measure is in force.
public struct MeasureImposed: Payload {
    /// The measure.
    public let measure: Slug
    /// What kind of measure it is.
    public let kind: MeasureKind
    /// When it takes effect, if not when it was imposed.
    public let effective: EDTFDate?
    /// The planned end.
    public let until: EDTFDate?
    /// The order or law.
    public let instrument: String?
    /// Its direction, if that differs from the default of its kind.
    public let direction: Direction?

    /// The name of the type as recorded.
    public static let type = "measure.imposed"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A measure is in force"
    /// Example fields.
    public static let example: JSONObject = [
        "measure": "lamp-export-ban", "kind": "export_ban", "until": "2032",
    ]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        measure = (fields.required("measure") as MeasureSlug).slug
        kind = fields.required("kind")
        effective = fields.optional("effective")
        until = fields.optional("until")
        instrument = fields.optional("instrument")
        direction = fields.optional("direction")
    }
}

/// `measure.amended`: scope, dates or enforcement of a measure change.
public struct MeasureAmended: Payload {
    /// The measure.
    public let measure: Slug
    /// What changes.
    public let change: String
    /// Whether it is enforced from then on.
    public let enforced: Bool?
    /// Until when it is not enforced, or enforced if that is what the event says.
    public let enforcedUntil: EDTFDate?
    /// When the change takes effect, if not on the day of the event.
    public let effective: EDTFDate?
    /// The new planned end of the measure.
    public let until: EDTFDate?
    /// Whether the change restricts or eases; nil if not stated.
    public let direction: Direction?

    /// The name of the type as recorded.
    public static let type = "measure.amended"
    /// A one-clause description, for `cases types`.
    public static let meaning = "Scope, dates or enforcement of a measure change"
    /// Example fields.
    public static let example: JSONObject = [
        "measure": "lamp-export-ban", "change": "small lamps are exempt",
    ]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        measure = (fields.required("measure") as MeasureSlug).slug
        change = fields.required("change")
        enforced = fields.optional("enforced")
        enforcedUntil = fields.optional("enforced_until")
        effective = fields.optional("effective")
        until = fields.optional("until")
        direction = fields.optional("direction")
    }
}

/// `measure.extended`: a measure, its suspension or its non-enforcement is prolonged.
public struct MeasureExtended: Payload {
    /// The measure.
    public let measure: Slug
    /// The new planned end; nil if it is extended indefinitely.
    public let until: EDTFDate?
    /// What is extended; nil for whichever of these is running.
    public let of: ExtendedPart?

    /// The name of the type as recorded.
    public static let type = "measure.extended"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A measure, a pause or a non-enforcement is prolonged"
    /// Example fields.
    public static let example: JSONObject = ["measure": "lamp-export-ban", "until": "2033"]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        measure = (fields.required("measure") as MeasureSlug).slug
        until = fields.nullable("until")
        of = fields.optional("of")
    }
}

/// `measure.suspended`: a measure is paused, not ended.
public struct MeasureSuspended: Payload {
    /// The measure.
    public let measure: Slug
    /// The planned end of the suspension.
    public let until: EDTFDate?

    /// The name of the type as recorded.
    public static let type = "measure.suspended"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A measure is paused, not ended"
    /// Example fields.
    public static let example: JSONObject = ["measure": "lamp-export-ban", "until": "2031-12"]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        measure = (fields.required("measure") as MeasureSlug).slug
        until = fields.optional("until")
    }
}

/// `measure.resumed`: a measure is in force again.
public struct MeasureResumed: Payload {
    /// The measure.
    public let measure: Slug

    /// The name of the type as recorded.
    public static let type = "measure.resumed"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A measure is in force again"
    /// Example fields.
    public static let example: JSONObject = ["measure": "lamp-export-ban"]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        measure = (fields.required("measure") as MeasureSlug).slug
    }
}

/// `measure.ended`: a measure is over.
public struct MeasureEnded: Payload {
    /// The measure.
    public let measure: Slug
    /// How it ended.
    public let how: MeasureEnd

    /// The name of the type as recorded.
    public static let type = "measure.ended"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A measure is over"
    /// Example fields.
    public static let example: JSONObject = ["measure": "lamp-export-ban", "how": "revoked"]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        measure = (fields.required("measure") as MeasureSlug).slug
        how = fields.required("how")
    }
}
