/// The events as they stand: corrections laid over what they correct, retractions noted, and only
/// what the clocks asked admit.
///
/// Nothing can correct what is recorded after it, so one walk from the end to the beginning
/// decides each event after all that speak of it: a retracted retraction retracts nothing, a
/// corrected correction corrects as corrected. What was not yet recorded, or not yet said, corrects
/// nothing. What only may have been said corrects, and leaves doubt; but it takes nothing out, it
/// only makes that doubtful. Whether something had happened is asked of the event as corrected.
///
/// - Parameters:
///   - events: of whole streams, in order of position.
///   - clocks: which clocks are asked.
///   - publications: of the sources that the events name; read only where that clock is asked.
/// - Returns: those events that the clocks admit, in the same order.
/// - Throws: the faults of a correction that makes an event unreadable, and the event's position.
public func effective(
    _ events: [Event], by clocks: Clocks = .none, publications: Publications = Publications([])
) throws(UnreadableCorrection) -> [EffectiveEvent] {
    let view = clocks.publishedBy.map { PublishedView(date: $0, publications: publications) }
    var amendments = Amendments()
    var standing: [EffectiveEvent] = []
    standing.reserveCapacity(events.count)
    for event in events.reversed() where event.position <= clocks.knownAt ?? .max {
        let resolved = try amendments.apply(to: event)
        let said = view?.wasSaid(resolved.event) ?? .yes
        guard said != .no else { continue }
        if resolved.retraction == nil { amendments.take(resolved, said: said) }
        guard let admitted = try resolved.admitted(by: clocks, view, said: said) else { continue }
        standing.append(admitted)
    }
    standing.reverse()
    return standing
}

extension EffectiveEvent {
    /// The event as the clocks show it; nil where it had certainly not happened by then.
    fileprivate func admitted(
        by clocks: Clocks, _ view: PublishedView?, said: Trilean
    ) throws(UnreadableCorrection) -> EffectiveEvent? {
        guard view != nil || clocks.asOf != nil else { return self }
        let happened = event.type.isWorld ? event.hasHappened(asOf: clocks.asOf) : .yes
        guard happened != .no else { return nil }
        do throws(Faults) {
            return EffectiveEvent(
                event: try view?.view(of: event) ?? event, corrections: corrections,
                retraction: retraction, isCertain: isCertain && said.and(happened) == .yes,
                doubtfulSources: view?.doubtfulSources(of: event) ?? [])
        } catch {
            throw UnreadableCorrection(position: event.position, faults: error)
        }
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
    /// What is wrong with it as corrected.
    public let faults: Faults
}
