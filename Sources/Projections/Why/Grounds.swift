import CanonicalJSON
import CaseModel

extension Grounds {
    /// The explanation of a field of an event.
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

    /// The effect of the event's own value.
    private func effect(on asked: EventField, _ amendments: [Reason]) -> Reason.Effect {
        if asked.standing.retraction != nil { return .retracted }
        let isCorrected = amendments.contains { $0.effect == .set }
        return isCorrected && asked.path != nil ? .corrected : .set
    }

    private func recordedValue(of asked: EventField) -> JSONValue? {
        guard asked.path != nil else { return nil }
        return recorded.first { $0.id == asked.standing.event.id }.map { asked.value(in: $0.view) }
    }

    /// The effect of a later event on the field; nil if it has none.
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

    /// A later event with its effect, or as one that no longer counts.
    private func reason(
        _ standing: EffectiveEvent, _ effect: Reason.Effect, _ value: JSONValue?
    ) -> Reason {
        evidence.reason(standing, standing.retraction == nil ? effect : .retracted, value)
    }
}

/// What determines the effect of a later event on an event.
private struct LastWords {
    /// The last correction of the field; nil if there is none.
    let correction: EventID?
    /// The fields with other values that the event's own excludes.
    let contradicted: Set<String>
}

extension EventField {
    fileprivate var isAboutLinks: Bool { path == nil || path == "links" }

    /// The last event that corrected the field; nil if there is none.
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
    /// Whether it corrects, retracts, disputes, adds to or explains another.
    func speaks(of other: Event) -> Bool {
        spokenOf.map(other.names.contains) ?? false
    }

    /// The event that it refers to, by the name that it uses; nil for world events, and if it
    /// refers to none.
    var spokenOf: EventReference? {
        guard !type.isWorld else { return nil }
        return json["data"]?.object?["event"]?.string.flatMap { EventReference($0) }
    }
}

extension Grounds {
    /// The events that contribute to some rows of the state, in the order in which they count.
    func reasons(for selection: FieldSelection) -> [Reason] {
        let all = selection.rows.flatMap {
            provenance(of: $0).contributions(to: selection.value)
        }
        let isOne = selection.rows.count == 1
        let reasons = Dictionary(grouping: all, by: \.position).compactMap { position, several in
            index.event(at: position).map { standing in
                evidence.reason(
                    standing, several.map(\.effect).strongest,
                    isOne ? several.first?.value : nil)
            }
        }
        return reasons.inOrder(of: \.event.order)
    }

    /// The value of a field as in `show`: one value, or a list of them if several rows are
    /// selected.
    func value(of selection: FieldSelection) -> JSONValue {
        let parts = selection.rows.compactMap(index.standing).map { row in
            selection.value.map { row.values[$0] ?? .null } ?? row.whole
        }
        return selection.rows.count == 1 ? parts.first ?? .null : .array(parts)
    }

    /// The provenance of a row.
    func provenance(of name: String) -> RowProvenance {
        let bytes = Array(name.utf8)
        let last = index.standing(name)
        let course =
            frameCourse(of: name) ?? course(of: bytes, last) ?? RowCourse(steps: [])
        return RowProvenance(
            course: course, own: index.makings(of: name), listed: index.listed(in: last),
            last: last)
    }

    /// Events supported only by withdrawn sources determine a row only if no other event does.
    private func course(of name: [UInt8], _ last: StateRow?) -> RowCourse? {
        let supported = courses.supported.course(of: name)
        let makesRow = supported?.steps.last?.row != nil
        return makesRow || last == nil ? supported : courses.all.course(of: name) ?? supported
    }

    /// The course of the case's title, status, or last event; nil for any other row.
    private func frameCourse(of name: String) -> RowCourse? {
        guard let last = index.standing(name), last.subject.isEmpty else { return nil }
        let counting = own.filter { $0.retraction == nil }.map(\.event)
        switch name {
        case "last_event":
            let event = counting.last { .string($0.reference.description) == last.whole }
            return RowCourse(steps: event.map { [RowCourse.Step($0, last)] } ?? [])
        default:
            return RowCourse(
                steps: counting.compactMap { event in
                    event.framing[name].map { .init(event, StateRow(name, single: $0)) }
                })
        }
    }
}

extension [Reason.Effect] {
    /// The overall effect of an event with several effects on values: the one that still holds
    /// takes precedence.
    fileprivate var strongest: Reason.Effect {
        [.set, .retracted].first(where: contains) ?? .overridden
    }
}

extension Event {
    /// The title and status that it gives its case; empty if it neither opens nor closes it.
    var framing: [String: JSONValue] {
        switch body.content {
        case .caseOpened(let opened): ["title": .string(opened.title), "status": "open"]
        case .caseReopened(let reopened): ["title": .string(reopened.title), "status": "open"]
        case .caseClosed: ["status": "closed"]
        default: [:]
        }
    }
}
