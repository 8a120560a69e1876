package import CanonicalJSON
package import CaseModel

/// An event that reads otherwise than before.
package struct EventChange: Sendable {
    /// What became of its standing.
    package enum Standing: Sendable {
        /// It counts, or does not, as before.
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
    /// Whether it counts.
    package let standing: Standing
}

extension EventChange {
    /// The differences as programs read them: one object a field.
    package var json: [JSONValue] {
        fields.map { field in
            [
                "event": .string(event.description), "path": .string(field.path),
                "from": field.old ?? .null, "to": field.new ?? .null,
            ]
        }
    }

    /// What became of an event; nil where nothing did.
    fileprivate init?(from old: EffectiveEvent, to new: EffectiveEvent) {
        event = new.event.reference
        fields = new.event.type.changes(from: old.event.json, to: new.event.json)
        standing =
            switch (old.retraction == nil, new.retraction == nil) {
            case (true, false): .lost
            case (false, true): .regained
            default: .same
            }
        if fields.isEmpty, case .same = standing { return nil }
    }
}

extension CaseRecord {
    /// What an event of the log, or one that would be the next of its stream, changes in how
    /// the events before it read.
    func changes(by draft: Draft) async throws(CaseworkError) -> [EventChange] {
        var events = try await events(of: [draft.stream])
        if let place = events.firstIndex(where: { $0.id == draft.id }) {
            events.removeSubrange((place + 1)...)
        } else {
            events.append(draft.asEvent(behind: events))
        }
        do throws(UnreadableCorrection) {
            let (old, new) = (try effective(events.dropLast()), try effective(events))
            return zip(old, new).compactMap { EventChange(from: $0, to: $1) }
        } catch {
            throw .unreadable(at: error.position, error.faults)
        }
    }
}
