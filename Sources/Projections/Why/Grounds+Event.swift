import CanonicalJSON
import CaseModel

extension Grounds {
    /// Why a field of an event is what it is.
    func why(_ asked: EventField, _ field: String) -> Why {
        let event = asked.standing.event
        let later = events.filter { $0.event.speaks(of: event) }
        let amendments = later.compactMap { amendment($0, asked, later) }
        let first = evidence.reason(
            asked.standing, effect(on: asked, amendments), recordedValue(of: asked),
            about: asked.path)
        return Why(
            field: field, value: asked.value(in: event.view), because: [first] + amendments)
    }

    /// What became of what the event itself said.
    private func effect(on asked: EventField, _ amendments: [Reason]) -> Reason.Effect {
        if asked.standing.retraction != nil { return .retracted }
        let isCorrected = amendments.contains { $0.effect == .set }
        return isCorrected && asked.path != nil ? .corrected : .set
    }

    private func recordedValue(of asked: EventField) -> JSONValue? {
        guard asked.path != nil else { return nil }
        return recorded.first { $0.id == asked.standing.event.id }.map { asked.value(in: $0.view) }
    }

    /// What a later event does to the field; nil where it does nothing.
    private func amendment(
        _ standing: EffectiveEvent, _ asked: EventField, _ later: [EffectiveEvent]
    ) -> Reason? {
        switch standing.event.body.content {
        case .eventCorrected(let correction):
            let value = asked.path.flatMap { correction.set[$0] }
            guard asked.path == nil || value != nil else { return nil }
            return reason(standing, standing.corrects(asked), value)
        case .claimAdded(let added) where asked.path.map { $0 == added.field.path } ?? true:
            let dissent = evidence.added.contradictions(on: asked.standing)
            let isOther = dissent.contains(added.field.path) && !standing.isUnsupported
            return reason(standing, isOther ? .disputes : .adds, added.value)
        case .differenceExplained(let said) where asked.path.map { $0 == said.field.path } ?? true:
            return reason(standing, .explains, nil)
        case .noteAdded where asked.path == nil: return reason(standing, .explains, nil)
        case .linkAsserted where asked.isAboutLinks: return reason(standing, .adds, nil)
        case .linkDisputed where asked.isAboutLinks: return reason(standing, .disputes, nil)
        default: return nil
        }
    }

    /// A later event by what it does, or as one that no longer counts.
    private func reason(
        _ standing: EffectiveEvent, _ effect: Reason.Effect, _ value: JSONValue?
    ) -> Reason {
        evidence.reason(standing, standing.retraction == nil ? effect : .retracted, value)
    }
}

extension EventField {
    fileprivate var isAboutLinks: Bool { path == nil || path == "links" }
}

extension EffectiveEvent {
    /// Whether it is the last correction of a field, or was corrected by a later one.
    fileprivate func corrects(_ asked: EventField) -> Reason.Effect {
        let setting = asked.standing.corrections.filter { correction in
            guard let path = asked.path, case .eventCorrected(let values) = correction.body.content
            else { return asked.path == nil }
            return values.set[path] != nil
        }
        let isOvertaken = asked.path != nil && setting.last?.id != event.id
        return isOvertaken ? .corrected : .set
    }
}

extension Event {
    /// Whether it corrects, denies, adds to or explains another.
    func speaks(of other: Event) -> Bool {
        spokenOf.map(other.names.contains) ?? false
    }

    /// The event that it speaks of, by the name that it has for it; nil where it is of the world, or
    /// speaks of none.
    var spokenOf: EventReference? {
        guard !type.isWorld else { return nil }
        return json["data"]?.object?["event"]?.string.flatMap { EventReference($0) }
    }
}
