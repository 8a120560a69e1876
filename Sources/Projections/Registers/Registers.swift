public import CaseModel

/// The actors and sources that events name, folded from their streams.
public struct Registers: Hashable, Sendable {
    /// The actors by slug.
    public private(set) var actors: [ActorSlug: ActorRegistered] = [:]
    /// The sources by slug.
    public private(set) var sources: [SourceSlug: SourceCaptured] = [:]

    /// The sources that were withdrawn: they no longer bear anything out.
    private(set) var withdrawn: Set<SourceSlug> = []
    /// The actors that turned out to be another one.
    private var merged: [ActorSlug: ActorSlug] = [:]

    /// No registers.
    public init() {}

    /// The registers that the events of actor and source streams make.
    public init(_ events: [EffectiveEvent]) {
        self.init()
        events.forEach { apply($0) }
    }

    /// Takes one more event of a register's stream.
    public mutating func apply(_ standing: EffectiveEvent) {
        guard standing.retraction == nil else { return }
        let slug = standing.event.stream.slug
        switch standing.event.body.content {
        case .actorRegistered(let actor): actors[ActorSlug(slug)] = actor
        case .sourceCaptured(let source): sources[SourceSlug(slug)] = source
        case .sourceWithdrawn: withdrawn.insert(SourceSlug(slug))
        case .actorsMerged(let merger): merged[ActorSlug(slug)] = merger.into
        default: break
        }
    }

    /// The name that people know an actor by; its slug where it is not at hand.
    public func name(of actor: ActorSlug) -> String { actors[actor]?.name ?? actor.slug.text }

    /// The actor that an actor turned out to be: itself, where it was not merged into another.
    func identity(of actor: ActorSlug) -> ActorSlug {
        var path: [ActorSlug] = [actor]
        while let next = merged[path[path.count - 1]], !path.contains(next) { path.append(next) }
        return path[path.count - 1]
    }

    /// Names for people, separated by commas.
    package func names(_ actors: some Sequence<ActorSlug>) -> String {
        actors.map { name(of: $0) }.joined(separator: ", ")
    }
}
