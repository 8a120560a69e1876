import CanonicalJSON
import CaseModel

/// An explained difference, with the events that the explanation names.
struct ExplainedDifference: Hashable {
    let difference: DifferenceExplained
    /// Its position in the log.
    let position: Int64
    /// The events whose values differ: one, or two.
    let events: Set<Int64>

    var path: String { difference.field.path }

    /// The key that explanations of the same difference share.
    var place: Place { Place(events: events, path: path) }

    struct Place: Hashable {
        let events: Set<Int64>
        let path: String
    }
}

/// The explained differences, in order of recording; the first explanation of each counts.
struct ExplainedDifferences {
    let all: [ExplainedDifference]
    private let byEvent: [Int64: [ExplainedDifference]]

    init(_ all: [ExplainedDifference]) {
        var told: Set<ExplainedDifference.Place> = []
        let first = all.sorted { $0.position < $1.position }.filter {
            told.insert($0.place).inserted
        }
        self.all = first
        var byEvent: [Int64: [ExplainedDifference]] = [:]
        for why in first {
            for event in why.events { byEvent[event, default: []].append(why) }
        }
        self.byEvent = byEvent
    }

    /// - Parameter events: effective events of whole streams; an explanation counts only if it was
    ///   not retracted and its events are among these.
    init(_ events: [EffectiveEvent]) {
        let standing = events.filter { $0.retraction == nil }.map(\.event)
        let explaining = standing.compactMap { event -> (DifferenceExplained, Int64)? in
            guard case .differenceExplained(let why) = event.body.content else { return nil }
            return (why, event.position)
        }
        let wanted = Set(explaining.flatMap { [$0.0.event] + ($0.0.with.map { [$0] } ?? []) })
        var places: [EventReference: Int64] = [:]
        for event in standing {
            for name in event.names where wanted.contains(name) { places[name] = event.position }
        }
        let all = explaining.compactMap { why, position -> ExplainedDifference? in
            let named = [why.event] + (why.with.map { [$0] } ?? [])
            let events = named.compactMap { places[$0] }
            guard events.count == named.count else { return nil }
            return ExplainedDifference(difference: why, position: position, events: Set(events))
        }
        self.init(all)
    }

    /// The explanations that name one of the given events, in order of recording.
    func naming(_ events: [Event]) -> [ExplainedDifference] {
        events.flatMap { byEvent[$0.position] ?? [] }.sorted { $0.position < $1.position }
            .uniqued()
    }

    /// The explanations of a difference among the given events in one of the given fields.
    func about(_ paths: Set<String>, _ events: [Int64]) -> [ExplainedDifference] {
        guard !all.isEmpty else { return [] }
        let known = Set(events)
        return known.flatMap { byEvent[$0] ?? [] }
            .filter { paths.contains($0.path) && $0.events.isSubset(of: known) }
            .sorted { $0.position < $1.position }.uniqued()
    }
}

extension Testimonies {
    /// The explained differences between two events that no other comparison relates.
    func furtherDifferences(
        _ explanations: ExplainedDifferences, besides known: [Conflict]
    ) -> [Conflict] {
        let told = Set(known.compactMap(\.explanation))
        let events = Dictionary(happenings.map { ($0.event.position, $0) }) { first, _ in first }
        let further = explanations.all.filter { !told.contains($0.difference) }
        return further.flatMap { why in
            topic(of: why, among: events)?.conflicts(ExplainedDifferences([why])) ?? []
        }
    }

    /// The field that an explanation names, with the values of its two events.
    private func topic(
        of why: ExplainedDifference, among events: [Int64: EffectiveEvent]
    ) -> Topic? {
        let told = why.events.sorted().compactMap { events[$0] }
        guard told.count == 2, let subject = why.subject(among: told) else { return nil }
        let values = comparable(told.compactMap { $0.event.view.value(at: why.path) })
        guard values.count == 2 else { return nil }
        return Topic(
            subject: .event(subject), attribute: why.path, paths: [why.path],
            statements: zip(told, values).map { standing, value in
                TopicStatement(
                    standing: standing, value: value,
                    claims: support(of: standing, at: [why.path]))
            },
            areExclusive: { _, _ in false })
    }

    /// Two lists of quantities reduced to their common units: the other quantities do not differ,
    /// they measure something else.
    private func comparable(_ values: [JSONValue]) -> [JSONValue] {
        let lists = values.compactMap { Quantities(reading: $0)?.all }
        guard values.count == 2, lists.count == 2 else { return values }
        let units = lists.map { Set($0.map { Unit($0.unit) }) }
        let common = units[0].intersection(units[1])
        guard !common.isEmpty else { return values }
        return zip(values, lists).map { value, quantities in
            let kept = zip(value.array ?? [], quantities)
                .filter { common.contains(Unit($1.unit)) }.map(\.0)
            return kept.count == 1 ? kept[0] : .array(kept)
        }
    }
}

extension ExplainedDifference {
    fileprivate func subject(among told: [EffectiveEvent]) -> EventReference? {
        told.first { $0.event.names.contains(difference.event) }?.event.reference
    }
}
