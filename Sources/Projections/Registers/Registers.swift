public import CaseModel

/// The actors, sources, measures and lists that events name, folded from their streams.
public struct Registers: Hashable, Sendable {
    /// The actors by slug.
    public private(set) var actors: [ActorSlug: ActorRegistered] = [:]
    /// The sources by slug.
    public private(set) var sources: [SourceSlug: SourceCaptured] = [:]
    /// The source that each of them in the end retells.
    private(set) var origins: [SourceSlug: SourceSlug] = [:]
    /// The measures that are registered, by slug.
    public private(set) var measures: [Slug: MeasureRegistered] = [:]
    /// The lists of parties that are registered, by slug.
    public private(set) var lists: [Slug: ListRegistered] = [:]

    /// The sources that were withdrawn: they no longer bear anything out.
    private(set) var withdrawn: Set<SourceSlug> = []
    /// The actors that turned out to be another one.
    package private(set) var merges = ActorMerges()

    /// No registers.
    public init() {}

    /// The registers that the events of their streams make.
    public init(_ events: [EffectiveEvent]) {
        self.init()
        merges = ActorMerges(events)
        events.forEach { apply($0) }
        origins = sources.origins()
    }

    /// The registers with those of further measures and lists.
    package func adding(measuresAndLists events: [EffectiveEvent]) -> Registers {
        var all = self
        events.forEach { all.apply($0) }
        return all
    }

    private mutating func apply(_ standing: EffectiveEvent) {
        guard standing.retraction == nil else { return }
        let slug = standing.event.stream.slug
        switch standing.event.body.content {
        case .actorRegistered(let actor): actors[ActorSlug(slug)] = actor
        case .sourceCaptured(let source): sources[SourceSlug(slug)] = source
        case .sourceWithdrawn: withdrawn.insert(SourceSlug(slug))
        case .measureRegistered(let measure): measures[slug] = measure
        case .listRegistered(let list): lists[slug] = list
        default: break
        }
    }

    /// The name that people know an actor by, or the one that it turned out to be; the slug where
    /// neither is at hand.
    public func name(of actor: ActorSlug) -> String {
        let survivor = merges.survivor(of: actor)
        return (actors[survivor] ?? actors[actor])?.name ?? survivor.slug.text
    }

    /// The other names of an actor: those that it was registered with, and the names of the actors
    /// that turned out to be this one; in order of their slugs, each once.
    public func aliases(of actor: ActorSlug) -> [String] {
        let merged = merges.merged(into: [actor]).compactMap { actors[$0] }
        let names = (actors[actor]?.also ?? []) + merged.flatMap { [$0.name] + $0.also }
        return names.filter { $0 != actors[actor]?.name }.uniqued()
    }

    /// Names for people, separated by commas.
    package func names(_ actors: some Sequence<ActorSlug>) -> String {
        actors.map { name(of: $0) }.joined(separator: ", ")
    }
}
