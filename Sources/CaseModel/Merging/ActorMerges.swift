/// Which actors turned out to be another one, folded from the streams of actors.
public struct ActorMerges: Hashable, Sendable {
    private var into: [ActorSlug: ActorSlug] = [:]

    /// No actor was merged.
    public init() {}

    /// The merges among the events of actor streams, as they stand.
    public init(_ events: [EffectiveEvent]) {
        for standing in events { apply(standing) }
    }

    /// Takes one more event; of two merges of one actor, the later counts.
    package mutating func apply(_ standing: EffectiveEvent) {
        guard standing.retraction == nil,
            case .actorsMerged(let merge) = standing.event.body.content
        else { return }
        into[ActorSlug(standing.event.stream.slug)] = merge.into
    }

    /// Whether no actor was merged.
    public var isEmpty: Bool { into.isEmpty }

    /// The actor that an actor turned out to be: itself, where it was not merged.
    ///
    /// A circle of merges cannot be recorded; where an older log holds one, the members are one
    /// actor under the first of their slugs.
    public func survivor(of actor: ActorSlug) -> ActorSlug {
        var path = [actor]
        while let next = into[path[path.count - 1]] {
            guard !path.contains(next) else { return path.drop { $0 != next }.min() ?? next }
            path.append(next)
        }
        return path[path.count - 1]
    }

    /// The actors that turned out to be another one, in order of their slugs.
    public var merged: [ActorSlug] { into.keys.filter { survivor(of: $0) != $0 }.sorted() }

    /// The actors that turned out to be one of some actors, in order of their slugs.
    public func merged(into actors: Set<ActorSlug>) -> [ActorSlug] {
        merged.filter { actors.contains(survivor(of: $0)) }
    }
}
