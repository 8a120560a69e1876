/// An event as it stands: with its corrections, and with what is known of the actors, sources and
/// events that it names.
public struct EffectiveEvent: Hashable, Sendable {
    /// The event, read with its corrections.
    public package(set) var event: Event
    /// The events that corrected it, oldest first.
    public let corrections: [Event]
    /// The event that retracted it; nil where it counts.
    public package(set) var retraction: Event?
    /// Whether the clocks asked certainly admit it; where not, it only may have been so.
    public let isCertain: Bool
    /// The sources behind its claims and links that only may have been published by then.
    public let doubtfulSources: Set<SourceSlug>
    /// The event with the actors that it was recorded with; nil where none of them was merged into
    /// another.
    public package(set) var beforeMerging: Event?

    /// What became of the events that its links name, by the names that the links have for them;
    /// nothing for those that count.
    public package(set) var fates: [EventReference: LinkFate] = [:]

    /// The sources behind it and its corrections that were withdrawn.
    public package(set) var withdrawnSources: Set<SourceSlug> = []
    /// Whether only sources that were withdrawn bear it out: it is shown, and weighs nothing.
    public package(set) var isUnsupported = false

    /// An event and what was found out about it.
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

    /// An event of which no other speaks, as it was recorded.
    init(asRecorded event: Event) {
        self.init(event: event, corrections: [], retraction: nil, isCertain: true)
    }
}

/// The events as they stand: corrections laid over what they correct, retractions noted, and only
/// what the clocks asked admit.
///
/// Nothing can correct what is recorded after it, so one walk from the end to the beginning
/// decides each event after all that speak of it: a retracted retraction retracts nothing, a
/// corrected correction corrects as corrected. What was not yet recorded, or not yet said, corrects
/// nothing. What only may have been said corrects, and leaves doubt; but it takes nothing out, it
/// only makes that doubtful. Whether something had happened is asked of the event as corrected, and
/// as dated by what was published. Links to what was retracted are marked, and those to what is not
/// there by the clocks asked.
///
/// - Parameters:
///   - events: of whole streams, in order of position.
///   - clocks: which clocks are asked.
///   - publications: of the sources that the events name; read only where that clock is asked.
///   - isWhole: whether every event that links name is among them, as far as it is recorded: then a
///     link to any other is one to an event that is not there.
/// - Returns: those events that the clocks admit, in the same order.
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
    return standing.settlingLinks(among: events, isWhole: isWhole)
}

/// The events with what later ones say about them, in the same order.
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
    /// The event as the clocks show it; nil where it was certainly not said, or had certainly not
    /// happened, by then.
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

    /// The event as it was published, and whether that was said.
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
    /// Whether it had begun by a date; an undated happening may have.
    fileprivate func hasHappened(asOf date: EDTFDate?) -> Trilean {
        guard let date else { return .yes }
        return body.occurred?.began(by: date) ?? .unknown
    }
}

/// A correction that leaves an event which the language cannot read.
public struct UnreadableCorrection: Error, Hashable, Sendable {
    /// The corrected event's place in the log.
    public let position: Int64
    /// The place of the correction that spoils it; nil where none does by itself.
    public let correction: Int64?
    /// What is wrong with it as corrected.
    public let faults: Faults
}
