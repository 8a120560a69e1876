public import CanonicalJSON
public import CaseModel

/// A case under some clocks, with the registers that it refers to.
public struct CaseReading: Sendable {
    /// The clocks.
    public let clocks: Clocks
    /// Its stream, and those of other cases that refer to its measures, as recorded.
    let recorded: [Event]
    /// The same as effective events.
    let events: [EffectiveEvent]
    /// The streams of the actors and sources that it refers to.
    let registered: [EffectiveEvent]

    /// The actors and sources.
    public let registers: Registers
    let grounds: Grounds
    let timeline: Timeline
    private let publications: Publications

    /// A case read under some clocks.
    ///
    /// - Parameters:
    ///   - slug: the case.
    ///   - recorded: its whole stream, and those of other cases that refer to its measures, as
    ///     recorded.
    ///   - events: the same as effective events, in order of position; empty if the case does not
    ///     exist yet.
    ///   - registered: the streams of the actors and sources that it refers to.
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

    /// Whether the case exists.
    public var isThere: Bool { !events.isEmpty }

    /// Whether a source had been published by the clock; nil if that clock is not set.
    func hasPublished(_ source: SourceSlug) -> Trilean? {
        clocks.publishedBy.map { publications.wasPublished(source, by: $0) }
    }

    /// Whether the event at a position of the log was known.
    func knows(_ position: Int64) -> Bool { position <= clocks.knownAt ?? .max }
}

/// A value of a case that differs between two values of a clock.
public struct CaseChange: Hashable, Sendable {
    /// The view in which it appears.
    public enum Place: String, Hashable, Sendable {
        case state, timeline
    }

    /// The view in which it appears.
    public let place: Place
    /// The field, in the syntax of `why`; a whole row or event if it was added or removed.
    public let field: String
    /// The old value; nil if there was none.
    public let old: JSONValue?
    /// The new value; nil if there is none.
    public let new: JSONValue?
    /// The events that caused the change, in order of position.
    public let because: [Event]
}

/// The changes in a case between two values of one clock, and their causes.
public struct CaseDifference: Sendable {
    /// The changes: first of the state in display order, then of the timeline.
    public let changes: [CaseChange]

    /// The changes from one reading of a case to another.
    public init(from old: CaseReading, to new: CaseReading) {
        let makers = ChangeMakers(old, new)
        changes = StateComparison(old, new, makers).changes + makers.timelineChanges
    }

    /// The events that caused any of the changes, in order of position.
    public var events: [Event] { changes.flatMap(\.because).inOrderOfRecording }
}

extension Sequence<Event> {
    /// Each event once, whatever its version, in order of position.
    var inOrderOfRecording: [Event] {
        Dictionary(map { ($0.position, $0) }) { first, _ in first }.values
            .sorted { $0.position < $1.position }
    }
}
