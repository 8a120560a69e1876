public import CaseModel

/// A measure with all that the record knows of it, over all cases.
public struct KnownMeasure: Hashable, Sendable {
    /// The measure.
    public let slug: Slug
    /// How it stands; nil where it is registered only.
    public let life: Measure?
    /// What is registered of it; nil where nothing is.
    public let register: MeasureRegistered?
    /// The cases that tell of it, in order of their slugs.
    public let cases: [Slug]
    /// The happenings that say something of it, in order of time.
    public let events: [EventReference]

    /// The measures of a record, in order of their slugs.
    ///
    /// - Parameters:
    ///   - events: of all cases that tell of them, as they stand.
    ///   - slugs: those that are asked for; nil for all.
    ///   - asOf: the day for which it is asked; without it every date in the record has come.
    ///   - registers: where they are registered.
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
