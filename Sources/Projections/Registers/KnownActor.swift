public import CaseModel

/// An actor with all that the record knows of it, over all cases.
public struct KnownActor: Hashable, Sendable {
    /// A part that the actor takes in a happening.
    public struct Part: Hashable, Sendable {
        /// The happening.
        public let event: EventReference
        /// When it happened; nil where it is undated.
        public let occurred: EDTFDate?
        /// What the actor does in it.
        public let role: Role
    }

    /// The actor.
    public let slug: ActorSlug
    /// What is registered of it; nil where nothing is by the clocks asked.
    public let register: ActorRegistered?
    /// Its other names, and those of the actors that turned out to be this one.
    public let aliases: [String]
    /// The actors that turned out to be this one, in order of their slugs.
    public let merged: [ActorSlug]
    /// The cases in which it takes part, in order of their slugs.
    public let cases: [Slug]
    /// The parts that it takes, in order of time.
    public let parts: [Part]
    /// The roles that it holds or held in organisations, and that others do in it.
    public let roles: [HeldRole]

    /// The actors of a record, in order of their slugs; one that was merged stands with the other.
    ///
    /// - Parameters:
    ///   - events: of all cases, as they stand.
    ///   - asOf: the day for which it is asked; without it every date in the record has come.
    ///   - registers: of all actors.
    /// - Returns: the actors that are registered or take part.
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
        let merged = Set(registers.merges.merged)
        let actors = Set(registers.actors.keys).union(parts.keys).subtracting(merged)
        return actors.sorted().map { actor in
            KnownActor(
                actor, parts[actor] ?? [], roles: holding[actor] ?? [], registers: registers)
        }
    }

    private init(
        _ slug: ActorSlug, _ parts: [(Participant, Event)], roles: [HeldRole],
        registers: Registers
    ) {
        self.slug = slug
        register = registers.actors[slug]
        aliases = registers.aliases(of: slug)
        merged = registers.merges.merged(into: [slug])
        cases = Set(parts.map(\.1.stream.slug)).sorted()
        self.parts = parts.map { participant, event in
            Part(
                event: event.reference, occurred: event.body.occurred, role: participant.role)
        }
        self.roles = roles
    }
}
