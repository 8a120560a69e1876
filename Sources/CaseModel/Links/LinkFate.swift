/// The state of a linked event that does not count.
public enum LinkFate: Hashable, Sendable {
    /// It was retracted.
    case retracted
    /// The requested clocks exclude it.
    case absent
}

extension [EffectiveEvent] {
    /// The events, with the states of the events that their links name.
    ///
    /// - Parameters:
    ///   - recorded: the events that these were selected from.
    ///   - isWhole: whether `recorded` contains every recorded event that links name.
    /// - Returns: the same events, in the same order.
    func settlingLinks(among recorded: [Event], isWhole: Bool) -> [EffectiveEvent] {
        let wanted = Set(flatMap(\.event.linkedEvents))
        guard !wanted.isEmpty else { return self }
        let known = isWhole ? wanted : recorded.names(among: wanted)
        let shown = map(\.event).names(among: wanted)
        let retracted = filter { $0.retraction != nil }.map(\.event).names(among: wanted)
        let absent = known.subtracting(shown)
        guard !retracted.isEmpty || !absent.isEmpty else { return self }
        return map { standing in
            let names = standing.event.linkedEvents
            var settled = standing
            for name in names where absent.contains(name) { settled.fates[name] = .absent }
            for name in names where retracted.contains(name) { settled.fates[name] = .retracted }
            return settled
        }
    }
}

extension [Event] {
    /// Those of some names that denote these events.
    fileprivate func names(among wanted: Set<EventReference>) -> Set<EventReference> {
        let areAllKeys = wanted.allSatisfy(\.isKeyed)
        var found: Set<EventReference> = []
        for event in self {
            let names = areAllKeys ? [event.reference] : event.names
            for name in names where wanted.contains(name) { found.insert(name) }
        }
        return found
    }
}

extension Event {
    /// The events named by its own links, or by the link that it asserts or denies.
    package var linkedEvents: [EventReference] {
        let causes = body.links.map(\.to)
        return switch body.content {
        case .linkAsserted(let asserted): causes + [asserted.event, asserted.link.to]
        case .linkDisputed(let denial): causes + [denial.event, denial.to]
        default: causes
        }
    }
}
