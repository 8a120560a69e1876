/// What became of an event that a link names, where that does not count.
public enum LinkFate: Hashable, Sendable {
    /// It was retracted.
    case retracted
    /// By the clocks asked it is not there.
    case absent
}

extension [EffectiveEvent] {
    /// The events, each with what became of those that its links name.
    ///
    /// - Parameters:
    ///   - recorded: the events that these were chosen from.
    ///   - isWhole: whether every event that links name is among those, as far as it was recorded.
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
    /// Those of some names that are names of these events.
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
    /// The events that the links name which stand on it, or which it asserts or denies.
    package var linkedEvents: [EventReference] {
        let causes = body.links.map(\.to)
        return switch body.content {
        case .linkAsserted(let asserted): causes + [asserted.event, asserted.link.to]
        case .linkDisputed(let denial): causes + [denial.event, denial.to]
        default: causes
        }
    }
}
