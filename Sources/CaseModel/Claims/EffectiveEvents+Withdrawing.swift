extension [EffectiveEvent] {
    /// The events, each with its withdrawn sources, and marked as unsupported if no other sources
    /// remain.
    ///
    /// A world event is supported by its own claims, by claims added to it, and by those of its
    /// corrections; an added claim only by its own. An event that rests on a reason instead of a
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

    /// The sources that support events through claims added to them.
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
    /// The sources that it and its corrections name.
    fileprivate var sources: [SourceSlug] {
        event.body.claims.map(\.source) + event.statedLinks.flatMap(\.sources)
            + corrections.flatMap(\.body.claims).map(\.source)
    }

    /// The supporting sources; empty if it rests on a reason, or is about the record.
    fileprivate func support(besides added: [EventReference: Set<SourceSlug>]) -> [SourceSlug] {
        guard event.body.noSource == nil else { return [] }
        if case .claimAdded = event.body.content { return event.body.claims.map(\.source) }
        guard event.type.isWorld else { return [] }
        let own = event.body.claims + corrections.flatMap(\.body.claims)
        return own.filter(\.supports).map(\.source) + event.names.flatMap { added[$0] ?? [] }
    }
}
