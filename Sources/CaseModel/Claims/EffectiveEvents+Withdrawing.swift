extension [EffectiveEvent] {
    /// The events, each with those of its sources that were withdrawn, and whether others are left.
    ///
    /// A happening is borne out by its own claims, by claims that were added to it, and by those of
    /// its corrections; a claim that was added by its own alone. What rests on a reason and not on a
    /// source has no support to lose.
    public func withdrawing(_ withdrawn: Set<SourceSlug>) -> [EffectiveEvent] {
        guard !withdrawn.isEmpty else { return self }
        let added = addedSupport
        return map { standing in
            var marked = standing
            marked.withdrawnSources = withdrawn.intersection(standing.sources)
            guard !marked.withdrawnSources.isEmpty || !added.isEmpty else { return standing }
            let support = standing.support(besides: added)
            marked.isUnsupported = !support.isEmpty && withdrawn.isSuperset(of: support)
            return marked
        }
    }

    /// The sources that bear events out in claims which were added to them.
    private var addedSupport: [EventReference: Set<SourceSlug>] {
        var sources: [EventReference: Set<SourceSlug>] = [:]
        for standing in self where standing.retraction == nil {
            guard case .claimAdded(let added) = standing.event.body.content else { continue }
            let supporting = standing.event.body.claims.filter(\.supports).map(\.source)
            sources[added.event, default: []].formUnion(supporting)
        }
        return sources
    }
}

extension EffectiveEvent {
    /// The sources that it names, and those of its corrections.
    fileprivate var sources: [SourceSlug] {
        event.body.claims.map(\.source) + event.statedLinks.flatMap(\.sources)
            + corrections.flatMap(\.body.claims).map(\.source)
    }

    /// The sources that bear it out; none where it rests on a reason, or is about the record.
    fileprivate func support(besides added: [EventReference: Set<SourceSlug>]) -> [SourceSlug] {
        guard event.body.noSource == nil else { return [] }
        if case .claimAdded = event.body.content { return event.body.claims.map(\.source) }
        guard event.type.isWorld else { return [] }
        let own = event.body.claims + corrections.flatMap(\.body.claims)
        return own.filter(\.supports).map(\.source) + event.names.flatMap { added[$0] ?? [] }
    }
}
