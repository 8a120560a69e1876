import CanonicalJSON
import CaseModel

/// Finds the events that caused others to read differently under two values of a clock.
struct ChangeMakers {
    let old: CaseReading
    let new: CaseReading
    private let was: [Int64: EffectiveEvent]
    private let now: [Int64: EffectiveEvent]
    private let all: [Event]
    /// The events that refer to another, by the name that they use for it.
    private let speakers: [EventReference: [Event]]
    private let registered: [Event]
    /// The events of sources, by source.
    private let ofSources: [Slug: [Event]]

    init(_ old: CaseReading, _ new: CaseReading) {
        (self.old, self.new) = (old, new)
        was = old.events.byPosition
        now = new.events.byPosition
        all = (new.recorded + old.recorded).inOrderOfRecording
        var speakers: [EventReference: [Event]] = [:]
        for event in all {
            if let name = event.spokenOf { speakers[name, default: []].append(event) }
        }
        self.speakers = speakers
        registered = (new.registered + old.registered).map(\.event).inOrderOfRecording
        ofSources = Dictionary(
            grouping: registered.filter { $0.stream.kind == .source }, by: \.stream.slug)
    }

    /// The causes of a difference in what an event contributes to the state; empty if there is
    /// none.
    func made(_ event: Event) -> [Event] {
        guard
            let (old, new) = was[event.position].flatMap({ old in
                now[event.position].map { (old, $0) }
            })
        else { return made(event, .state) }
        return old.saysTheSame(as: new) ? [] : made(event, .state)
    }

    /// The causes of a difference in an event; the event itself if there is no other.
    func made(_ event: Event, _ scope: ChangeScope) -> [Event] {
        var seen: Set<Int64> = []
        let makers = makers(of: event, scope, &seen)
        return makers.isEmpty ? [event] : makers.inOrderOfRecording
    }

    private func makers(
        of event: Event, _ scope: ChangeScope, _ seen: inout Set<Int64>
    ) -> Set<Event> {
        guard seen.insert(event.position).inserted else { return [] }
        guard !isFresh(event) else { return [event] }
        let givesValue = { (speaker: Event) in
            old.clocks.publishedBy != new.clocks.publishedBy && counts(speaker)
                && speaker.givesValue(in: scope, of: event)
        }
        let speaking = speaking(of: event)
        let isSourced = scope.isSourced || speaking.contains(where: givesValue)
        var makers = Set(isSourced ? ofSources(event, for: scope) : [])
        for target in fallen(from: event) where scope.isOneOf(["links"]) {
            makers.formUnion(self.makers(of: target, .whole, &seen))
        }
        if scope.namesActors { makers.formUnion(mergers(of: event, for: scope)) }
        for speaker in speaking
        where counts(speaker) && speaker.touches(scope, of: event) || givesValue(speaker) {
            makers.formUnion(self.makers(of: speaker, .whole, &seen))
        }
        return makers
    }

    /// The events that refer to a given one, by any of its names, in order of recording.
    private func speaking(of event: Event) -> [Event] {
        let found = event.names.flatMap { speakers[$0] ?? [] }
        return found.count > 1 ? found.inOrderOfRecording : found
    }

    /// Whether it was recorded between the two.
    private func isFresh(_ event: Event) -> Bool {
        old.knows(event.position) != new.knows(event.position)
    }

    /// Whether it counted under either of the two.
    private func counts(_ event: Event) -> Bool {
        [was, now].contains { $0[event.position].map { $0.retraction == nil } ?? false }
    }

    /// The register events through which its sources changed between the two: they were published,
    /// withdrawn or corrected.
    ///
    /// For the state it only matters whether they were published, or whether no supporting source
    /// is left.
    private func ofSources(_ event: Event, for scope: ChangeScope) -> [Event] {
        let versions = [event, was[event.position]?.event, now[event.position]?.event]
        let named = Set(versions.compactMap(\.self).flatMap(\.sources))
        let isWithdrawn =
            was[event.position]?.isUnsupported != now[event.position]?.isUnsupported
        let registers = named.flatMap { ofSources[$0.slug] ?? [] }.inOrderOfRecording
        return registers.filter { register in
            let source = SourceSlug(register.stream.slug)
            if case .sourceCaptured = register.body.content, isPublication(of: source) {
                return true
            }
            let isFirst = register.version == 1
            return !isFirst && isFresh(register) && (scope != .state || isWithdrawn)
        }
    }

    /// The events that its links name and whose state as a link target differs between the two.
    private func fallen(from event: Event) -> [Event] {
        let (old, new) = (was[event.position]?.fates ?? [:], now[event.position]?.fates ?? [:])
        let changed = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
        guard !changed.isEmpty else { return [] }
        return all.filter { !changed.isDisjoint(with: $0.names) }
    }

    /// The merges of actors that the event names, and their corrections and retractions, if
    /// recorded between the two.
    private func mergers(of event: Event, for scope: ChangeScope) -> [Event] {
        let versions = [was[event.position], now[event.position]].compactMap(\.self)
        guard versions.contains(where: { $0.beforeMerging != nil }) else { return [] }
        let told = versions.flatMap { [$0.event, $0.beforeMerging].compactMap(\.self) }
        let named = told.registers
        let merges = registered.filter { register in
            guard case .actorsMerged = register.body.content else { return false }
            return named.contains(register.stream)
                && scope.concerns(register.stream.slug, of: told, said: speaking(of: event))
        }
        return registered.filter { register in
            isFresh(register) && merges.contains { register == $0 || register.speaks(of: $0) }
        }
    }

    private func isPublication(of source: SourceSlug) -> Bool {
        old.hasPublished(source) != new.hasPublished(source)
    }
}

extension EffectiveEvent {
    /// Whether it contributes the same to the state of its case.
    fileprivate func saysTheSame(as other: EffectiveEvent) -> Bool {
        let (one, another) = (event.json, other.event.json)
        return (retraction == nil) == (other.retraction == nil) && isCertain == other.isCertain
            && isUnsupported == other.isUnsupported
            && ["occurred", "actors", "data"].allSatisfy { one[$0] == another[$0] }
    }
}

extension [EffectiveEvent] {
    fileprivate var byPosition: [Int64: EffectiveEvent] {
        Dictionary(map { ($0.event.position, $0) }) { first, _ in first }
    }
}

extension ChangeMakers {
    /// The differences between the two timelines: world events added, removed or changed, in order
    /// of time.
    var timelineChanges: [CaseChange] {
        let (before, after) = (old.timeline.byReference, new.timeline.byReference)
        let all =
            new.timeline.entries
            + old.timeline.entries.filter {
                after[$0.event.reference] == nil
            }
        return all.sorted { $0.order < $1.order }.flatMap { entry in
            let name = entry.event.reference
            return changes(of: entry.event, from: before[name], to: after[name])
        }
    }

    private func changes(
        of event: Event, from old: TimelineEntry?, to new: TimelineEntry?
    ) -> [CaseChange] {
        let name = localName(event.reference.description)
        guard let old, let new else {
            return [
                CaseChange(
                    place: .timeline, field: name, old: old?.answer, new: new?.answer,
                    because: made(event, .whole))
            ]
        }
        let (was, now) = (old.fields, new.fields)
        let fields = Set(was.keys).union(now.keys).filter { was[$0] != now[$0] }
        return fields.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { field in
            CaseChange(
                place: .timeline, field: "\(name).\(field)", old: was[field], new: now[field],
                because: made(event, .field(field)))
        }
    }
}

extension Timeline {
    fileprivate var byReference: [EventReference: TimelineEntry] {
        Dictionary(entries.map { ($0.event.reference, $0) }) { first, _ in first }
    }
}

extension TimelineEntry {
    fileprivate var order: ByTime { ByTime(date: occurred, position: event.position) }

    /// Its content, field by field; the fields of its type are under their paths.
    fileprivate var fields: [String: JSONValue] {
        let data = (event.json["data"]?.object?.members ?? []).map { ("data.\($0.name)", $0.value) }
        let shown = (answer.object?.members ?? []).map { ($0.name, $0.value) }
        return Dictionary(data + shown) { $1 }
    }
}
