public import CanonicalJSON

/// `body.erased`: the content of an earlier event was removed from the record, as a law required.
public struct BodyErased: Payload {
    /// The erased event.
    public let event: EventReference
    /// Why; it must not repeat what was erased.
    public let reason: String

    /// The name of the type as recorded.
    public static let type = "body.erased"
    /// A one-clause description, for `cases types`.
    public static let meaning = "The content of an earlier event was erased"
    /// The kinds of stream in which it may be recorded: that of the erased event.
    public static let streams = StreamName.Kind.allCases
    /// Example fields.
    public static let example: JSONObject = [
        "event": "acme-seizure/seizure",
        "reason": "order 12/31 of the Aldmark data protection office",
    ]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        event = fields.required("event")
        reason = fields.required("reason")
    }
}

/// When and why the content of an event was erased.
public struct Erasure: Hashable, Sendable {
    /// The event that records the erasure.
    public let event: EventReference
    /// When it was recorded.
    public let recordedAt: Instant
    /// Why.
    public let reason: String
}

extension [Event] {
    /// The events of whole streams, those that were erased with when and why, where that is recorded.
    package func withErasures() -> [Event] {
        guard contains(where: \.isErased) else { return self }
        var erasures: [EventReference: Erasure] = [:]
        for event in self {
            guard case .bodyErased(let erased) = event.body.content else { continue }
            erasures[erased.event] = Erasure(
                event: event.reference, recordedAt: event.recordedAt, reason: erased.reason)
        }
        return map { event in
            guard event.isErased else { return event }
            let erasure = event.names.lazy.compactMap { erasures[$0] }.first
            return erasure.map { event.erased(by: $0) } ?? event
        }
    }
}
