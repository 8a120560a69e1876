import CaseModel

/// The side on which somebody acts: the country of an actor; without one, the actor itself.
enum Side: Hashable {
    case country(String)
    case actor(ActorSlug)
}

extension Registers {
    /// The side of an actor.
    func side(of actor: ActorSlug) -> Side {
        actors[actor]?.country.map { .country($0.code) } ?? .actor(actor)
    }

    /// The sides of those who act in an event; none where nobody is named.
    func sides(of event: Event) -> Set<Side> { Set(event.actors(in: .actor).map { side(of: $0) }) }
}
