public import CanonicalJSON

/// `event.corrected`: an earlier event is read differently from now on.
public struct EventCorrected: Payload {
    /// The corrected event.
    public let event: EventReference
    /// The new values by path: `occurred`, `summary`, `actors`, `claims`, `links`, `data.NAME`.
    public let set: JSONObject
    /// Why.
    public let reason: CorrectionReason
    /// Further remarks.
    public let note: String?

    /// The name of the type as recorded.
    public static let type = "event.corrected"
    /// A one-clause description, for `cases types`.
    public static let meaning = "An earlier event is to be read otherwise"
    /// The kinds of stream in which it may be recorded: that of the corrected event.
    public static let streams = StreamName.Kind.allCases
    /// It must name the source of the correction.
    public static let needsSupport = true
    /// Example fields.
    public static let example: JSONObject = [
        "event": "acme-seizure/seizure", "set": ["occurred": "2031-04-03"], "reason": "misreading",
    ]

    /// Reads the fields; a path that cannot be corrected is a fault.
    public init(reading fields: inout FieldReader) {
        event = fields.required("event")
        let isGiven = fields.gives("set")
        let values: [(name: String, value: JSONValue)] = fields.map("set", isRequired: true)
        set = values.reduce(into: JSONObject()) { $0[$1.name] = $1.value }
        reason = fields.required("reason")
        note = fields.optional("note")
        fields.expect(
            [.names(of: "set", EventCorrected.paths)], holds: !values.isEmpty || !isGiven,
            at: "set", "nothing is corrected", hint: "write set: {PATH: VALUE}")
        for path in values.map(\.name) where !EventCorrected.isCorrectable(path) {
            let hint = "paths: occurred, summary, actors, claims, links, data.NAME"
            fields.refuse("set", "\(quoted(path)) cannot be corrected", hint: hint)
        }
    }

    /// What every path matches, as a regular expression (ECMA-262).
    private static let paths = "^(\(FieldName.envelope.joined(separator: "|"))|data\\..+)$"

    private static func isCorrectable(_ path: String) -> Bool {
        FieldName.envelope.contains(path) || path.hasPrefix("data.") && path.utf8.count > 5
    }
}

/// Why an event is corrected.
public enum CorrectionReason: String, Word {
    case typo, misreading
    case sourceCorrected = "source_corrected"
    case newInformation = "new_information"
    case wrongIdentity = "wrong_identity"
}

/// `event.retracted`: an earlier event is treated as never recorded from now on.
public struct EventRetracted: Payload {
    /// The retracted event.
    public let event: EventReference
    /// Why.
    public let reason: String

    /// The name of the type as recorded.
    public static let type = "event.retracted"
    /// A one-clause description, for `cases types`.
    public static let meaning = "An earlier event no longer counts"
    /// The kinds of stream in which it may be recorded: that of the retracted event.
    public static let streams = StreamName.Kind.allCases
    /// Example fields.
    public static let example: JSONObject = [
        "event": "acme-seizure/seizure", "reason": "it was another company",
    ]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        event = fields.required("event")
        reason = fields.required("reason")
    }
}

extension JSONValue: FieldValue {
    /// Any value; the rule of the target field decides which.
    public static var shape: Shape { .any }
    /// The value `null`.
    public static var placeholder: JSONValue { .null }

    /// Accepts any value.
    public init?(_ json: JSONView, faults: inout Faults) { self = json.value }
}
