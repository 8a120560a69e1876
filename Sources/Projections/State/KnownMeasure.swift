public import CaseModel

/// A measure with everything recorded about it, across all cases.
public struct KnownMeasure: Hashable, Sendable {
    /// The measure.
    public let slug: Slug
    /// Its status and history; nil if it is only registered.
    public let life: Measure?
    /// Its registration; nil if there is none.
    public let register: MeasureRegistered?
    /// The cases that refer to it, in order of their slugs.
    public let cases: [Slug]
    /// The world events that refer to it, in order of time.
    public let events: [EventReference]

    /// The measures of a record, in order of their slugs.
    ///
    /// - Parameters:
    ///   - events: effective events of all cases that refer to them.
    ///   - slugs: the requested measures; nil for all.
    ///   - asOf: the requested day; without one, every date in the record counts as reached.
    ///   - registers: the registered measures.
    /// - Returns: the measures that events or registers name.
    public static func all(
        in events: [EffectiveEvent], only slugs: Set<Slug>? = nil, asOf: EDTFDate? = nil,
        registers: Registers
    ) -> [KnownMeasure] {
        let happenings = events.happenings
        let day = DayAsked(asOf: asOf, doubtful: events.uncertain)
        let lives = MeasureLives(happenings, of: slugs, by: day, registers: registers).measures
        let bySlug = Dictionary(lives.map { ($0.slug, $0) }) { first, _ in first }
        let speaking = Dictionary(grouping: happenings.filter { $0.measure != nil }, by: \.measure)
        let names = Set(bySlug.keys).union(registers.measures.keys)
            .union(speaking.keys.compactMap(\.self))
        return names.filter { slugs?.contains($0) ?? true }.sorted().map { slug in
            let events = speaking[slug] ?? []
            return KnownMeasure(
                slug: slug, life: bySlug[slug], register: registers.measures[slug],
                cases: Set(events.map(\.stream.slug)).sorted(), events: events.map(\.reference))
        }
    }
}
