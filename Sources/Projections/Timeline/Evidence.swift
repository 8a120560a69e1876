import CaseModel

/// What links and further claims say of events, gathered once for all that is folded from them.
struct Evidence: Sendable {
    /// The links between the events.
    let links: LinkGraph
    /// The claims that were laid beside them later.
    let added: AddedClaims

    /// What is said in some events of themselves and each other.
    init(_ events: [EffectiveEvent]) {
        links = LinkGraph(events)
        added = AddedClaims(events)
    }
}
