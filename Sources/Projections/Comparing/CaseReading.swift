public import CaseModel

/// A case as some clocks show it, with the registers that it names.
public struct CaseReading: Sendable {
    /// The clocks.
    public let clocks: Clocks
    /// Its stream, and those of other cases that speak of its measures, as they were recorded.
    let recorded: [Event]
    /// The same as they stand.
    let events: [EffectiveEvent]
    /// The streams of the actors and sources that it names.
    let registered: [EffectiveEvent]

    /// The actors and sources.
    public let registers: Registers
    let grounds: Grounds
    let timeline: Timeline
    private let publications: Publications

    /// A case read by clocks.
    ///
    /// - Parameters:
    ///   - slug: the case.
    ///   - recorded: its whole stream, and those of other cases that speak of its measures, as they
    ///     were recorded.
    ///   - events: the same as they stand, in order of position; none where the case is not there
    ///     yet.
    ///   - registered: the streams of the actors and sources that it names.
    ///   - clocks: the clocks.
    public init(
        of slug: Slug, recorded: [Event], _ events: [EffectiveEvent],
        registered: [EffectiveEvent], clocks: Clocks
    ) {
        self.clocks = clocks
        self.recorded = recorded
        self.events = events
        self.registered = registered
        registers = Registers(registered)
        grounds = Grounds(
            of: slug, recorded: recorded, events, asOf: clocks.asOf, registers: registers)
        timeline = Timeline(
            events.filter { $0.event.stream == StreamName(.case, slug) }, registers: registers)
        publications = Publications(registered)
    }

    /// Whether the case is there at all.
    public var isThere: Bool { !events.isEmpty }

    /// Whether a source had been published by the clock; nil where that was not asked.
    func hasPublished(_ source: SourceSlug) -> Trilean? {
        clocks.publishedBy.map { publications.wasPublished(source, by: $0) }
    }

    /// Whether what stands at a position of the log was known.
    func knows(_ position: Int64) -> Bool { position <= clocks.knownAt ?? .max }
}
