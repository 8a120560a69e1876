package import CanonicalJSON
package import CaseModel

/// A value of an event that a correction replaced.
package struct CorrectedValue: Sendable {
    /// The correction.
    package let correction: Event
    /// The event that is corrected.
    package let event: EventReference
    /// The field: `occurred`, `data.NAME`.
    package let path: String
    /// The value before; nil if there was none.
    package let old: JSONValue?
    /// The value since.
    package let new: JSONValue

    /// The corrections of a stream, in order of recording, each with the value that it replaced, from
    /// the events as they were recorded, in order of position.
    ///
    /// A correction that was retracted replaces nothing.
    package static func all(in events: [Event]) -> [CorrectedValue] {
        let retracted = Set(
            events.compactMap { event -> EventReference? in
                guard case .eventRetracted(let retraction) = event.body.content else { return nil }
                return retraction.event
            })
        let standing = events.filter { retracted.isDisjoint(with: $0.names) }
        let named = Dictionary(events.flatMap { event in event.names.map { ($0, event) } }) {
            first, _ in first
        }
        var values: [EventID: [String: JSONValue]] = [:]
        return standing.flatMap { correction -> [CorrectedValue] in
            guard case .eventCorrected(let content) = correction.body.content,
                let event = named[content.event]
            else { return [] }
            return content.set.members.map { member in
                let old = values[event.id]?[member.name] ?? event.value(at: member.name)
                values[event.id, default: [:]][member.name] = member.value
                return CorrectedValue(
                    correction: correction, event: event.reference, path: member.name, old: old,
                    new: member.value)
            }
        }
    }
}

extension Event {
    /// The recorded value of a field that can be corrected.
    fileprivate func value(at path: String) -> JSONValue? {
        let name = path.hasPrefix("data.") ? String(path.dropFirst(5)) : nil
        return name.map { json["data"]?.object?[$0] } ?? json[path]
    }
}
