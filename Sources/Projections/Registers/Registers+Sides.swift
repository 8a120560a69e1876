import CaseModel

/// Whom an actor acts for: its country; without one, itself.
enum Side: Hashable {
    case country(String)
    case actor(ActorSlug)
}

extension Registers {
    /// The side of an actor, as merged.
    func side(of actor: ActorSlug) -> Side {
        let identity = merges.survivor(of: actor)
        guard let country = (actors[identity] ?? actors[actor])?.country else {
            return .actor(identity)
        }
        return .country(country.code)
    }

    /// The sides of those who act in an event; none where nobody is named.
    func sides(of event: Event) -> Set<Side> { Set(event.actors(in: .actor).map { side(of: $0) }) }
}
