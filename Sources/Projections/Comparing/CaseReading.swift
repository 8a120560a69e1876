public import CanonicalJSON
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

/// One value of a case that is another at a second instant than at a first.
public struct CaseChange: Hashable, Sendable {
    /// Where it is told.
    public enum Place: String, Hashable, Sendable {
        case state, timeline
    }

    /// Where it is told.
    public let place: Place
    /// The field, as `why` takes it; a whole row or event that came or went.
    public let field: String
    /// What it was at the first instant; nil where it was not there.
    public let old: JSONValue?
    /// What it is at the second instant; nil where it is not there.
    public let new: JSONValue?
    /// The events that made the change, in order of position.
    public let because: [Event]
}

/// What changed in a case between two instants of one clock, and why.
public struct CaseDifference: Sendable {
    /// The changes: of the state in the order in which it is shown, then of the timeline.
    public let changes: [CaseChange]

    /// What changed from one reading of a case to another.
    public init(from old: CaseReading, to new: CaseReading) {
        let makers = ChangeMakers(old, new)
        changes = StateComparison(old, new, makers).changes + makers.timelineChanges
    }

    /// The events that made any of the changes, in order of position.
    public var events: [Event] { changes.flatMap(\.because).inOrderOfRecording }
}

extension Sequence<Event> {
    /// Each event once, however it reads, in order of position.
    var inOrderOfRecording: [Event] {
        Dictionary(map { ($0.position, $0) }) { first, _ in first }.values
            .sorted { $0.position < $1.position }
    }
}
