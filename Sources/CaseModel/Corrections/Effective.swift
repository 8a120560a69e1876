/// An event with its corrections applied, and with the current state of the actors, sources and
/// events that it names.
public struct EffectiveEvent: Hashable, Sendable {
    /// The event with its corrections applied.
    public package(set) var event: Event
    /// The events that corrected it, oldest first.
    public let corrections: [Event]
    /// The event that retracted it; nil if it was not retracted.
    public package(set) var retraction: Event?
    /// Whether the requested clocks certainly include it; otherwise it is only possible.
    public package(set) var isCertain: Bool
    /// Whether sources only foretell it, and none reports it as a fact: then it is not certain.
    public package(set) var isForetold = false
    /// The sources of its claims and links for which it is uncertain whether they were published by
    /// then.
    public let doubtfulSources: Set<SourceSlug>
    /// The event with its actors as recorded; nil if none of them was merged into another.
    public package(set) var beforeMerging: Event?

    /// The states of linked events that do not count, by the names that the links use; linked
    /// events that count have no entry.
    public package(set) var fates: [EventReference: LinkFate] = [:]

    /// The withdrawn sources among its own and those of its corrections.
    public package(set) var withdrawnSources: Set<SourceSlug> = []
    /// Whether all supporting sources were withdrawn: it is shown, but has no weight.
    public package(set) var isUnsupported = false

    /// An event and its derived state.
    package init(
        event: Event, corrections: [Event], retraction: Event?, isCertain: Bool,
        doubtfulSources: Set<SourceSlug> = []
    ) {
        self.event = event
        self.corrections = corrections
        self.retraction = retraction
        self.isCertain = isCertain
        self.doubtfulSources = doubtfulSources
    }

    /// An event without amendments, as it was recorded.
    init(asRecorded event: Event) {
        self.init(event: event, corrections: [], retraction: nil, isCertain: true)
    }
}

/// The effective events: corrections applied, retractions marked, and only what the requested
/// clocks include.
///
/// An event can only be amended by a later one, so one pass from the end to the beginning decides
/// each event after all events that refer to it. Corrections and retractions can themselves be
/// corrected or retracted. What was not yet recorded or not yet published corrects nothing. A
/// correction that was only possibly published is applied and makes the event uncertain; a
/// retraction that was only possibly published does not remove the event, but makes it uncertain.
/// The valid-time clock is applied to the event as corrected, and as dated by what was published.
/// Links to retracted events, and to events that the requested clocks exclude, are marked.
///
/// - Parameters:
///   - events: of whole streams, in order of position.
///   - clocks: the requested clocks.
///   - publications: of the sources that the events name; used only if that clock is requested.
///   - isWhole: whether every recorded event that links name is among `events`: if so, a link to
///     any other event is marked as absent.
/// - Returns: the events that the clocks include, in the same order.
/// - Throws: the faults of a correction that makes an event unreadable, and the event's position.
public func effective(
    _ events: [Event], by clocks: Clocks = .none, publications: Publications = Publications([]),
    isWhole: Bool = false
) throws(UnreadableCorrection) -> [EffectiveEvent] {
    let view = clocks.publishedBy.map { PublishedView(date: $0, publications: publications) }
    let resolved = try resolve(events, through: clocks.knownAt, view)
    let later = view.map { LaterClaims(resolved, $0) }
    var standing: [EffectiveEvent] = []
    standing.reserveCapacity(resolved.count)
    for event in resolved {
        guard let admitted = try event.admitted(by: clocks, view, later) else { continue }
        standing.append(admitted)
    }
    return standing.markingPredictions().settlingLinks(among: events, isWhole: isWhole)
}

/// The events with their amendments applied, in the same order.
private func resolve(
    _ events: [Event], through position: Int64?, _ view: PublishedView?
) throws(UnreadableCorrection) -> [ResolvedEvent] {
    var amendments = Amendments()
    var all: [ResolvedEvent] = []
    all.reserveCapacity(events.count)
    for event in events.reversed() where event.position <= position ?? .max {
        var resolved = try amendments.apply(to: event)
        resolved.said = view?.wasSaid(resolved.standing.event, told: resolved.told) ?? .yes
        if resolved.said != .no, resolved.standing.retraction == nil {
            try amendments.take(resolved, view)
        }
        all.append(resolved)
    }
    all.reverse()
    return all
}

extension ResolvedEvent {
    /// The event under the requested clocks; nil if it certainly had not been published, or
    /// certainly had not happened, by then.
    fileprivate func admitted(
        by clocks: Clocks, _ view: PublishedView?, _ later: LaterClaims?
    ) throws(UnreadableCorrection) -> EffectiveEvent? {
        guard view != nil || clocks.asOf != nil else { return standing }
        do {
            let shown = try shown(view, later)
            let happened =
                shown.event.type.isWorld ? shown.event.hasHappened(asOf: clocks.asOf) : .yes
            guard shown.said.and(happened) != .no else { return nil }
            return EffectiveEvent(
                event: shown.event, corrections: standing.corrections,
                retraction: standing.retraction,
                isCertain: standing.isCertain && shown.said.and(happened) == .yes,
                doubtfulSources: view?.doubtfulSources(of: standing.event) ?? [])
        } catch {
            throw UnreadableCorrection(
                position: standing.event.position, correction: nil, faults: error)
        }
    }

    /// The event as it was published, and whether it was.
    private func shown(
        _ view: PublishedView?, _ later: LaterClaims?
    ) throws(Faults) -> (event: Event, said: Trilean) {
        guard let view, let later else { return (standing.event, said) }
        let voices = later.voices(on: standing.event)
        let said = view.wasTold(standing.event, said: said, told: told, voices)
        guard said != .no else { return (standing.event, .no) }
        guard !voices.isEmpty else { return (try view.view(of: standing.event), said) }
        return (try view.view(of: later.reading(of: standing, voices, said: said)), said)
    }
}

extension Event {
    /// Whether it had begun by a date; unknown for an undated event.
    fileprivate func hasHappened(asOf date: EDTFDate?) -> Trilean {
        guard let date else { return .yes }
        return body.occurred?.began(by: date) ?? .unknown
    }
}

/// A correction that leaves an event unreadable.
public struct UnreadableCorrection: Error, Hashable, Sendable {
    /// The corrected event's position in the log.
    public let position: Int64
    /// The position of the correction that causes it; nil if no single one does.
    public let correction: Int64?
    /// The faults of the event as corrected.
    public let faults: Faults
}
