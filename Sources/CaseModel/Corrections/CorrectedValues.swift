import CanonicalJSON

/// What must be known of an event to read the values that a correction of it sets.
package struct CorrectedEvent: Sendable {
    /// Its type, which says what form its fields have.
    package let type: EventType
    /// The event that it corrects or retracts itself.
    package let amended: EventReference?

    /// What must be known of an event.
    package init(type: EventType, amended: EventReference?) {
        self.type = type
        self.amended = amended
    }
}

extension EventCorrected {
    /// What the values that it sets name, at their places in the correction.
    ///
    /// A value has the form of the field that it is meant for; so a correction of a correction is
    /// followed down to the event that both speak of. Nothing is found where an event on that way
    /// is not known.
    package func references(_ known: (EventReference) -> CorrectedEvent?) -> [FoundReference] {
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
            let value = JSONDocument(member.value).root
            return corrected.type.shape(at: member.name)?.references(in: value, at: place) ?? []
        }
    }
}

extension CorrectedEvent {
    /// What must be known of a recorded event.
    package init(_ event: Event) {
        self.init(type: event.type, amended: event.body.content.amended)
    }
}

extension Content {
    /// The event that a correction or retraction speaks of; nil in any other event.
    package var amended: EventReference? {
        switch self {
        case .eventCorrected(let correction): correction.event
        case .eventRetracted(let retraction): retraction.event
        default: nil
        }
    }
}

extension EventType {
    /// The form of the field that a correction's path names; nil where the type has no such field.
    package func shape(at path: String) -> Shape? {
        let data = "data."
        let isData = path.hasPrefix(data)
        let fields = isData ? shape.fields : bodyShape.fields
        let name = isData ? String(path.dropFirst(data.count)) : path
        return fields.first { $0.name == name }?.shape
    }
}
