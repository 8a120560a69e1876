import CanonicalJSON
import CaseModel

extension Testimonies {
    /// The differences between two events that somebody explained and nothing else brings together.
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

    /// The field that an explanation names, as its two events have it.
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
                Statement(
                    standing: standing, value: value,
                    claims: support(of: standing, at: [why.path]))
            },
            areExclusive: { _, _ in false })
    }

    /// Of two lists of quantities only those in units that both have: the others do not differ, they
    /// are something else.
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
