extension [EffectiveEvent] {
    /// The events with those marked that sources only foretell.
    ///
    /// No claim, own or added later, reports them as a fact. They may still happen, so the states
    /// that they affect are uncertain.
    func markingPredictions() -> [EffectiveEvent] {
        guard contains(where: \.event.isOnlyForetold) else { return self }
        let reported = Set(
            filter { $0.retraction == nil }.compactMap { standing in
                standing.event.body.claims.contains(where: \.supports)
                    ? standing.event.addsClaimTo : nil
            })
        return map { standing in
            guard standing.event.isOnlyForetold,
                reported.isDisjoint(with: standing.event.names)
            else { return standing }
            var marked = standing
            (marked.isForetold, marked.isCertain) = (true, false)
            return marked
        }
    }
}

extension Event {
    /// Whether its own claims, at least one, all foretell it.
    fileprivate var isOnlyForetold: Bool {
        type.isWorld && !body.claims.isEmpty
            && body.claims.allSatisfy { $0.stance == .foretells }
    }

    /// The event that it adds a claim to; nil if it adds none.
    fileprivate var addsClaimTo: EventReference? {
        if case .claimAdded(let added) = body.content { added.event } else { nil }
    }
}
