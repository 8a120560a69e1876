public import CaseModel

/// A filter on the world events of a timeline; nil means no restriction.
public struct TimelineFilter: Hashable, Sendable {
    /// Only those in which this actor has a role.
    public let actor: ActorSlug?
    /// Only those of this type.
    public let type: EventType?
    /// Only those that may have happened within this window.
    public let during: EDTFDate?
    /// Only those that carry this tag, themselves or by their case.
    public let tag: Slug?

    /// A filter.
    public init(
        actor: ActorSlug? = nil, type: EventType? = nil, during: EDTFDate? = nil, tag: Slug? = nil
    ) {
        self.actor = actor
        self.type = type
        self.during = during
        self.tag = tag
    }

    func admits(_ event: Event, _ tags: Tags) -> Bool {
        isRight(event.body.actors) && (tag.map { tags.has($0, event) } ?? true)
            && (type == nil || event.type == type)
            && mayHaveHappened(event.body.occurred)
    }

    private func isRight(_ participants: [Participant]) -> Bool {
        actor == nil || participants.contains { $0.actor == actor }
    }

    /// Events that are not certainly outside the window are kept, including undated ones.
    private func mayHaveHappened(_ occurred: EDTFDate?) -> Bool {
        guard let during, let occurred else { return true }
        return !occurred.endsBefore(during) && !during.endsBefore(occurred)
    }
}

extension EDTFDate {
    /// Whether it is certainly over before the other begins.
    func endsBefore(_ other: EDTFDate) -> Bool {
        guard let latest, let earliest = other.earliest else { return false }
        return latest < earliest
    }
}

extension Timeline {
    /// The timeline with the filter applied.
    ///
    /// - Parameters:
    ///   - filter: the filter.
    ///   - tags: what carries which tag, if the filter asks for one.
    /// - Returns: the entries that it admits, in the same order.
    public func filtered(by filter: TimelineFilter, tags: Tags = Tags()) -> Timeline {
        Timeline(entries: entries.filter { filter.admits($0.event, tags) })
    }
}
