public import CaseModel

/// The actors, sources, measures and lists that events name, folded from their streams.
public struct Registers: Hashable, Sendable {
    /// The actors by slug.
    public private(set) var actors: [ActorSlug: ActorRegistered] = [:]
    /// The sources by slug.
    public private(set) var sources: [SourceSlug: SourceCaptured] = [:]
    /// The original source that each of them ultimately retells.
    private(set) var origins: [SourceSlug: SourceSlug] = [:]
    /// The measures that are registered, by slug.
    public private(set) var measures: [Slug: MeasureRegistered] = [:]
    /// The lists of parties that are registered, by slug.
    public private(set) var lists: [Slug: ListRegistered] = [:]

    /// The withdrawn sources, which no longer support anything.
    private(set) var withdrawn: Set<SourceSlug> = []
    /// The registrations whose content was erased: of an actor, a source, a measure or a list.
    public private(set) var erased: [ErasedRegistration] = []
    /// The merges of actors.
    package private(set) var merges = ActorMerges()

    /// Empty registers.
    public init() {}

    /// The registers folded from the events of their streams.
    public init(_ events: [EffectiveEvent]) {
        self.init()
        merges = ActorMerges(events)
        events.forEach { apply($0) }
        origins = sources.origins()
    }

    /// The registers extended by further measures and lists.
    package func adding(measuresAndLists events: [EffectiveEvent]) -> Registers {
        var all = self
        events.forEach { all.apply($0) }
        return all
    }

    private mutating func apply(_ standing: EffectiveEvent) {
        guard standing.retraction == nil else { return }
        let slug = standing.event.stream.slug
        // A registration is the first event of its stream.
        if standing.event.isErased, standing.event.version == 1, standing.event.stream.kind != .case
        {
            erased.append(ErasedRegistration(standing.event))
            // What rests on a source still does.
            if standing.event.stream.kind == .source { sources[SourceSlug(slug)] = .unknown }
        }
        switch standing.event.body.content {
        case .actorRegistered(let actor): actors[ActorSlug(slug)] = actor
        case .sourceCaptured(let source): sources[SourceSlug(slug)] = source
        case .sourceWithdrawn: withdrawn.insert(SourceSlug(slug))
        case .measureRegistered(let measure): measures[slug] = measure
        case .listRegistered(let list): lists[slug] = list
        default: break
        }
    }

    /// The name of an actor or of its survivor; the slug if neither is registered.
    public func name(of actor: ActorSlug) -> String {
        let survivor = merges.survivor(of: actor)
        return (actors[survivor] ?? actors[actor])?.name ?? survivor.slug.text
    }

    /// The aliases of an actor: those that it was registered with, and the names of the actors
    /// merged into it; in order of their slugs, without duplicates.
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

/// The side that an actor acts for: its country; without one, itself.
enum Side: Hashable {
    case country(String)
    case actor(ActorSlug)
}

extension Registers {
    /// The side of an actor, after merging.
    func side(of actor: ActorSlug) -> Side {
        let identity = merges.survivor(of: actor)
        guard let country = (actors[identity] ?? actors[actor])?.country else {
            return .actor(identity)
        }
        return .country(country.code)
    }

    /// The sides of the actors of an event; empty if there are none.
    func sides(of event: Event) -> Set<Side> { Set(event.actors(in: .actor).map { side(of: $0) }) }
}

extension Registers {
    /// The date of the earliest published of `sources`; nil if all are undated.
    public func earliestPublication(of sources: [SourceSlug]) -> EDTFDate? {
        sources.compactMap { self.sources[$0]?.published }
            .min { ByTime(date: $0) < ByTime(date: $1) }
    }

    /// Whether two of `sources` are independent: neither retells the other, and they do not retell
    /// a common third.
    ///
    /// A withdrawn source supports nothing.
    public func areCorroborating(_ sources: [SourceSlug]) -> Bool {
        guard sources.count > 1 else { return false }
        return Set(sources.filter { !withdrawn.contains($0) }.map(origin)).count > 1
    }

    /// Whether a source was withdrawn and no longer supports anything.
    public func isWithdrawn(_ source: SourceSlug) -> Bool { withdrawn.contains(source) }

    /// The original source that a source ultimately retells; itself if it retells none.
    func origin(of source: SourceSlug) -> SourceSlug { origins[source] ?? source }
}

extension [SourceSlug: SourceCaptured] {
    /// The original source that each of them ultimately retells.
    ///
    /// Sources that retell each other in a cycle share one origin, whichever of them is followed:
    /// the first by its slug. Each source is visited once.
    func origins() -> [SourceSlug: SourceSlug] {
        var origins: [SourceSlug: SourceSlug] = [:]
        for source in keys where origins[source] == nil {
            let (path, origin) = path(from: source, known: origins)
            for retelling in path { origins[retelling] = origin }
        }
        return origins
    }

    /// The sources that retell one another starting at `source`, up to one with a known origin, and
    /// the origin.
    private func path(
        from source: SourceSlug, known: [SourceSlug: SourceSlug]
    ) -> (path: [SourceSlug], origin: SourceSlug) {
        var path: [SourceSlug] = []
        var places: [SourceSlug: Int] = [:]
        var last = source
        while true {
            if let origin = known[last] { return (path, origin) }
            if let start = places[last] { return (path, path[start...].min() ?? last) }
            places[last] = path.count
            path.append(last)
            guard let retold = self[last]?.reports else { return (path, last) }
            last = retold
        }
    }
}
