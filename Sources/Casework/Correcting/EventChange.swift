package import CanonicalJSON
package import CaseModel

/// A change of an event by a correction or retraction.
package struct EventChange: Sendable {
    /// Whether the event still counts, if that changed.
    package enum Effect: Sendable {
        /// Unchanged: it counts, or does not, as before.
        case same
        /// It no longer counts.
        case lost
        /// It counts again.
        case regained
    }

    /// The event.
    package let event: EventReference
    /// The fields that changed.
    package let fields: [FieldChange]
    /// Whether it still counts.
    package let effect: Effect
}

extension EventChange {
    /// The differences as JSON: one object per field.
    package var json: [JSONValue] {
        fields.map { field in
            [
                "event": .string(event.description), "path": .string(field.path),
                "from": field.old ?? .null, "to": field.new ?? .null,
            ]
        }
    }

    /// The change of an event; nil if there is none.
    fileprivate init?(from old: EffectiveEvent, to new: EffectiveEvent) {
        event = new.event.reference
        fields = new.event.type.changes(from: old.event.json, to: new.event.json)
        effect =
            switch (old.retraction == nil, new.retraction == nil) {
            case (true, false): .lost
            case (false, true): .regained
            default: .same
            }
        if fields.isEmpty, case .same = effect { return nil }
    }
}

extension Corrector {
    /// The changes that an event of the log, or a draft for the next event of its stream, makes to
    /// the events before it.
    func changes(by draft: Draft) async throws -> [EventChange] {
        let reading = StreamReading(try await reader.stored([draft.stream]))
        var events = reading.readable
        if let place = events.firstIndex(where: { $0.id == draft.id }) {
            events.removeSubrange((place + 1)...)
        } else {
            events.append(draft.asEvent(behind: events))
        }
        let freed = reading.unreadable.compactMap { event in
            draft.retraction.map(event.names.contains) == true
                ? event.names.first { !$0.isID }.map(EventChange.init(lost:)) : nil
        }
        do {
            let new = try effective(events)
            guard let old = try? effective(events.dropLast()) else {
                // A correction that made its event unreadable.
                return freed
                    + new.filter { $0.event.names.contains { $0 == draft.retraction } }
                    .map { EventChange(lost: $0.event.reference) }
            }
            return freed + zip(old, new).compactMap { EventChange(from: $0, to: $1) }
        } catch {
            throw CaseworkError.unreadable(at: error.position, error.faults)
        }
    }
}

extension EventChange {
    /// An event that no longer counts, and was unreadable before.
    fileprivate init(lost event: EventReference) {
        self.event = event
        fields = []
        effect = .lost
    }
}

extension Draft {
    /// The event that it retracts; nil if it is not a retraction.
    fileprivate var retraction: EventReference? {
        if case .eventRetracted(let retraction) = body.content { retraction.event } else { nil }
    }
}

extension EventReference {
    fileprivate var isID: Bool { if case .id = self { true } else { false } }
}

/// A field of an event with its old and new value.
package struct FieldChange: Hashable, Sendable {
    /// One of `occurred`, `summary`, `actors`, `claims`, `no_source`, `links`, or `data.NAME`.
    package let path: String
    /// The value before; nil if there was none.
    package let old: JSONValue?
    /// The value now; nil if there is none.
    package let new: JSONValue?
}

extension EventType {
    /// The fields in which two bodies of the type differ, in the order of the language.
    ///
    /// `null` and an empty list are equivalent to absence.
    func changes(from old: JSONObject, to new: JSONObject) -> [FieldChange] {
        let (old, new) = (fields(of: old), fields(of: new))
        let data = Set(old.keys).union(new.keys).filter { $0.hasPrefix("data.") }
        let envelope = ["occurred", "summary", "actors", "claims", "no_source", "links"]
        return (envelope + data.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
            .filter { old[$0] != new[$0] }
            .map { FieldChange(path: $0, old: old[$0], new: new[$0]) }
    }

    private func fields(of body: JSONObject) -> [String: JSONValue] {
        let lean = bodyShape.withoutEmptyLists(.object(body)).object ?? body
        let data = (lean["data"]?.object?.members ?? []).map { ("data." + $0.name, $0.value) }
        let all = lean.members.filter { $0.name != "data" }.map { ($0.name, $0.value) } + data
        return Dictionary(all.filter { !$0.1.isNull }) { first, _ in first }
    }
}
