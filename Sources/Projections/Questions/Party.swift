public import CaseModel

/// Whom a question is about: one actor, or everybody of a country.
public enum Party: Hashable, Sendable {
    /// One actor, and the actors merged into it.
    case actor(ActorSlug)
    /// The actors whose registered country this is.
    case country(Country)

    /// Parses `country:XX` or the slug of an actor; nil for anything else.
    public init?(_ text: String) {
        if text.lowercased().hasPrefix("country:") {
            let code = text.dropFirst("country:".count).uppercased()
            guard let country = try? Country(spelling: code) else { return nil }
            self = .country(country)
        } else if let slug = Slug(text) {
            self = .actor(ActorSlug(slug))
        } else {
            return nil
        }
    }

    /// Whether an actor is meant.
    func means(_ actor: ActorSlug, _ registers: Registers) -> Bool {
        let survivor = registers.merges.survivor(of: actor)
        switch self {
        case .actor(let asked): return survivor == registers.merges.survivor(of: asked)
        case .country(let country):
            return (registers.actors[survivor] ?? registers.actors[actor])?.country == country
        }
    }
}
