import CaseModel

extension Testimonies {
    /// An event that is said to retaliate for an act of its own side.
    func ownSideRetaliations(_ standing: EffectiveEvent) -> [Lint] {
        let links = evidence.links.links(from: standing.event.reference)
        return links.compactMap { link in
            guard link.identity.mode == .retaliatesFor, let cause = byName[link.identity.to],
                let sides = sides(of: standing.event), sides == self.sides(of: cause)
            else { return nil }
            let names = registers.names(standing.event.authors)
            return Lint(
                .againstItsOwnSide, standing.event,
                "retaliates for \(cause.reference), which is an act of its own side (\(names))",
                besides: [cause])
        }
    }

    /// The sides that act in an event; nil if there is no actor.
    ///
    /// A company is a side of its own: it may well respond to the government of its own country.
    private func sides(of event: Event) -> Set<Side>? {
        let authors = event.authors
        guard !authors.isEmpty else { return nil }
        return Set(
            authors.map { actor in
                let identity = registers.merges.survivor(of: actor)
                return switch registers.actors[identity]?.type {
                case .company, .site, .item: Side.actor(identity)
                default: registers.side(of: actor)
                }
            })
    }
}

extension Event {
    /// The acting actors.
    fileprivate var authors: [ActorSlug] {
        body.actors.filter { $0.role == .actor }.map(\.actor)
    }
}
