/// Which actors turned out to be another one, folded from the streams of actors.
public struct ActorMerges: Hashable, Sendable {
    private var survivors: [ActorSlug: ActorSlug] = [:]
    /// The others that each survivor was taken for, in order of their slugs.
    private var mergedInto: [ActorSlug: [ActorSlug]] = [:]

    /// No actor was merged.
    public init() {}

    /// The merges among the events of actor streams, as they stand; of two merges of one actor, the
    /// later counts.
    public init(_ events: [EffectiveEvent]) {
        var into: [ActorSlug: ActorSlug] = [:]
        for standing in events where standing.retraction == nil {
            if case .actorsMerged(let merge) = standing.event.body.content {
                into[ActorSlug(standing.event.stream.slug)] = merge.into
            }
        }
        for actor in into.keys where survivors[actor] == nil { follow(actor, into) }
        for actor in merged { mergedInto[survivor(of: actor), default: []].append(actor) }
    }

    /// Goes from an actor to the one that it turned out to be, which all on the way are then, too.
    private mutating func follow(_ actor: ActorSlug, _ into: [ActorSlug: ActorSlug]) {
        var path = [actor]
        var places = [actor: 0]
        var last = actor
        while let next = into[last] {
            if let known = survivors[next] {
                last = known
                break
            }
            if let place = places[next] {
                last = path[place...].min() ?? next
                break
            }
            places[next] = path.count
            path.append(next)
            last = next
        }
        for actor in path { survivors[actor] = last }
    }

    /// Whether no actor was merged.
    public var isEmpty: Bool { survivors.isEmpty }

    /// The actor that an actor turned out to be: itself, where it was not merged.
    ///
    /// A circle of merges cannot be recorded; where an older log holds one, the members are one
    /// actor under the first of their slugs.
    public func survivor(of actor: ActorSlug) -> ActorSlug { survivors[actor] ?? actor }

    /// The actors that turned out to be another one, in order of their slugs.
    public var merged: [ActorSlug] {
        survivors.filter { $0.key != $0.value }.keys.sorted()
    }

    /// The actors that turned out to be one of some actors, in order of their slugs.
    public func merged(into actors: Set<ActorSlug>) -> [ActorSlug] {
        let found = actors.flatMap { mergedInto[$0] ?? [] }
        return found.count > 1 ? found.sorted() : found
    }
}
