public import CaseModel

/// An actor with everything recorded about it, across all cases.
public struct KnownActor: Hashable, Sendable {
    /// The participation of an actor in a world event.
    public struct Part: Hashable, Sendable {
        /// The world event.
        public let event: EventReference
        /// When it happened; nil if it is undated.
        public let occurred: EDTFDate?
        /// What the actor does in it.
        public let role: Role
    }

    /// The actor.
    public let slug: ActorSlug
    /// Its registration; nil if there is none under the requested clocks.
    public let register: ActorRegistered?
    /// Its aliases, and those of the actors merged into it.
    public let aliases: [String]
    /// Its names over time.
    public let names: [DatedName]
    /// The actors merged into it, in order of their slugs.
    public let merged: [ActorSlug]
    /// The cases in which it participates, in order of their slugs.
    public let cases: [Slug]
    /// Its participations, in order of time.
    public let parts: [Part]
    /// The roles that it holds or held in organisations, and that others hold or held in it.
    public let roles: [HeldRole]

    /// The actors of a record, in order of their slugs; a merged actor is included in its survivor.
    ///
    /// - Parameters:
    ///   - events: effective events of all cases.
    ///   - asOf: the requested day; without one, every date in the record counts as reached.
    ///   - registers: of all actors.
    /// - Returns: the actors that are registered or participate.
    public static func all(
        in events: [EffectiveEvent], asOf: EDTFDate? = nil, registers: Registers
    ) -> [KnownActor] {
        let happenings = events.happenings
        let day = DayAsked(asOf: asOf, doubtful: events.uncertain)
        let parts = Dictionary(
            grouping: happenings.flatMap { event in event.body.actors.map { ($0, event) } },
            by: \.0.actor)
        let roles = HeldRoles(happenings, by: day).current
        var holding: [ActorSlug: [HeldRole]] = [:]
        for role in roles {
            for actor in Set([role.person, role.organisation]) {
                holding[actor, default: []].append(role)
            }
        }
        let renamings = Dictionary(grouping: happenings.filter { $0.renamed != nil }, by: \.renamed)
        let merged = Set(registers.merges.merged)
        let actors = Set(registers.actors.keys).union(parts.keys).subtracting(merged)
        return actors.sorted().map { actor in
            KnownActor(
                actor, parts[actor] ?? [], roles: holding[actor] ?? [],
                renamings: renamings[actor] ?? [], registers: registers)
        }
    }

    private init(
        _ slug: ActorSlug, _ parts: [(Participant, Event)], roles: [HeldRole],
        renamings: [Event], registers: Registers
    ) {
        self.slug = slug
        register = registers.actors[slug]
        aliases = registers.aliases(of: slug)
        names = DatedNames(of: slug, renamings, registers).all
        merged = registers.merges.merged(into: [slug])
        cases = Set(parts.map(\.1.stream.slug)).sorted()
        self.parts = parts.map { participant, event in
            Part(
                event: event.reference, occurred: event.body.occurred, role: participant.role)
        }
        self.roles = roles
    }
}

extension Event {
    /// The actor that it renames; nil if it renames none.
    fileprivate var renamed: ActorSlug? {
        if case .entityRenamed(let renamed) = body.content { renamed.entity } else { nil }
    }
}

extension KnownActor {
    /// Whether it has a name, now or once; capitals, accents and punctuation do not matter.
    public func isCalled(_ text: String) -> Bool {
        let asked = NameSkeleton.lookUp(text)
        let all = [register?.name].compactMap(\.self) + aliases + names.map(\.name)
        return all.contains { NameSkeleton.lookUp($0) == asked }
    }
}
