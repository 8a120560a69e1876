public import CanonicalJSON

/// `measure.announced`: a measure is made public, not in force.
public struct MeasureAnnounced: Payload {
    /// The measure.
    public let measure: Slug
    /// What kind of measure it is.
    public let kind: MeasureKind?
    /// How far it has come.
    public let stage: MeasureStage
    /// Whose measure it is.
    public let jurisdiction: ActorSlug?
    /// The order or law.
    public let instrument: String?
    /// Which way it goes, where that is not what its kind says.
    public let direction: Direction?

    /// The type as it is recorded.
    public static let type = "measure.announced"
    /// What the type says, for `cases types`.
    public static let meaning = "A measure is made public, not in force"
    /// Fields as somebody would write them.
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
    /// From when it has effect, where that is not when it was imposed.
    public let effective: EDTFDate?
    /// When it is to end.
    public let until: EDTFDate?
    /// The order or law.
    public let instrument: String?
    /// Which way it goes, where that is not what its kind says.
    public let direction: Direction?

    /// The type as it is recorded.
    public static let type = "measure.imposed"
    /// What the type says, for `cases types`.
    public static let meaning = "A measure is in force"
    /// Fields as somebody would write them.
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
    /// Until when it is not enforced; or enforced, where that is what the event says.
    public let enforcedUntil: EDTFDate?
    /// From when the change has effect, where that is not the day of the event.
    public let effective: EDTFDate?
    /// When the measure is to end from then on.
    public let until: EDTFDate?
    /// Whether the change restricts or eases; nil where nobody says.
    public let direction: Direction?

    /// The type as it is recorded.
    public static let type = "measure.amended"
    /// What the type says, for `cases types`.
    public static let meaning = "Scope, dates or enforcement of a measure change"
    /// Fields as somebody would write them.
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
    /// When it is to end from then on; nil where it goes on without an end.
    public let until: EDTFDate?
    /// What is prolonged; nil for what is running.
    public let of: ExtendedPart?

    /// The type as it is recorded.
    public static let type = "measure.extended"
    /// What the type says, for `cases types`.
    public static let meaning = "A measure, a pause or a non-enforcement is prolonged"
    /// Fields as somebody would write them.
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
    /// When the pause is to end.
    public let until: EDTFDate?

    /// The type as it is recorded.
    public static let type = "measure.suspended"
    /// What the type says, for `cases types`.
    public static let meaning = "A measure is paused, not ended"
    /// Fields as somebody would write them.
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

    /// The type as it is recorded.
    public static let type = "measure.resumed"
    /// What the type says, for `cases types`.
    public static let meaning = "A measure is in force again"
    /// Fields as somebody would write them.
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
    /// How it came to its end.
    public let how: MeasureEnd

    /// The type as it is recorded.
    public static let type = "measure.ended"
    /// What the type says, for `cases types`.
    public static let meaning = "A measure is over"
    /// Fields as somebody would write them.
    public static let example: JSONObject = ["measure": "lamp-export-ban", "how": "revoked"]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        measure = (fields.required("measure") as MeasureSlug).slug
        how = fields.required("how")
    }
}
