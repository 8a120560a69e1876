import CanonicalJSON
import CaseModel

extension Grounds {
    /// Why a field of an event is what it is.
    func why(_ asked: EventField, _ field: String) -> Why {
        let event = asked.standing.event
        let later = events.filter { $0.event.speaks(of: event) }
        let last = LastWords(
            correction: asked.lastCorrection,
            contradicted: evidence.added.contradictions(on: asked.standing))
        let amendments = later.compactMap { amendment($0, asked, last) }
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
        _ standing: EffectiveEvent, _ asked: EventField, _ last: LastWords
    ) -> Reason? {
        switch standing.event.body.content {
        case .eventCorrected(let correction):
            let value = asked.path.flatMap { correction.set[$0] }
            guard asked.path == nil || value != nil else { return nil }
            let isOvertaken = asked.path != nil && last.correction != standing.event.id
            return reason(standing, isOvertaken ? .corrected : .set, value)
        case .claimAdded(let added) where asked.path.map { $0 == added.field.path } ?? true:
            let isOther =
                last.contradicted.contains(added.field.path) && !standing.isUnsupported
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

/// What decides how much a later event has to say of an event.
private struct LastWords {
    /// The last correction of the field; nil where there is none.
    let correction: EventID?
    /// The fields for which other values are given that exclude the event's own.
    let contradicted: Set<String>
}

extension EventField {
    fileprivate var isAboutLinks: Bool { path == nil || path == "links" }

    /// The last event that corrected the field; nil where none did.
    fileprivate var lastCorrection: EventID? {
        standing.corrections.last { correction in
            guard let path, case .eventCorrected(let values) = correction.body.content else {
                return false
            }
            return values.set[path] != nil
        }?.id
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
