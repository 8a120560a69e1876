import CanonicalJSON
import CaseModel
import EventLog

/// What must be known of an event to read the values that a correction of it sets.
struct CorrectedEvent {
    /// Its type, which says what form its fields have.
    let type: EventType
    /// The event that it corrects or retracts itself.
    let amended: EventReference?
}

extension EventCorrected {
    /// What the values that it sets name, at their places in the correction.
    ///
    /// A value has the form of the field that it is meant for; so a correction of a correction is
    /// followed down to the event that both speak of. Nothing is found where an event on that way
    /// is not known.
    func references(_ known: (EventReference) -> CorrectedEvent?) -> [FoundReference] {
        let path = JSONPointer.root.appending("data").appending("set")
        return references(in: set, of: event, at: path, known)
    }

    private func references(
        in set: JSONObject, of event: EventReference, at path: JSONPointer,
        _ known: (EventReference) -> CorrectedEvent?
    ) -> [FoundReference] {
        guard let corrected = known(event) else { return [] }
        return set.members.flatMap { member in
            let place = path.appending(member.name)
            if corrected.type.name == EventCorrected.type, member.name == "data.set",
                let inner = member.value.object, let event = corrected.amended
            {
                return references(in: inner, of: event, at: place, known)
            }
            return corrected.type.shape(at: member.name)?.references(in: member.value, at: place)
                ?? []
        }
    }
}

extension EventLog {
    /// What the values of a correction name; `told` says what is known of events that are not
    /// recorded yet.
    func references(
        of correction: EventCorrected, told: (EventID) -> CorrectedEvent?
    ) async throws(CaseworkError) -> [FoundReference] {
        var known: [EventReference: CorrectedEvent] = [:]
        var next: EventReference? = correction.event
        while let name = next, known[name] == nil {
            guard let corrected = try await corrected(name, told) else { break }
            known[name] = corrected
            next = corrected.amended
        }
        return correction.references { known[$0] }
    }

    private func corrected(
        _ name: EventReference, _ told: (EventID) -> CorrectedEvent?
    ) async throws(CaseworkError) -> CorrectedEvent? {
        guard let id = name.eventID else { return nil }
        if let corrected = told(id) { return corrected }
        let stored = try await asking { () async throws(EventLogError) in try await self.event(id) }
        return try stored.map { stored throws(CaseworkError) in
            CorrectedEvent(try Event(stored))
        }
    }
}

extension CorrectedEvent {
    /// What must be known of a recorded event.
    init(_ event: Event) {
        self.init(type: event.type, amended: event.body.content.amended)
    }
}

extension EventType {
    /// The form of the field that a correction's path names; nil where the type has no such field.
    func shape(at path: String) -> Shape? {
        let data = "data."
        let isData = path.hasPrefix(data)
        let fields = isData ? shape.fields : EventBody.shape(data: shape).fields
        let name = isData ? String(path.dropFirst(data.count)) : path
        return fields.first { $0.name == name }?.shape
    }
}
