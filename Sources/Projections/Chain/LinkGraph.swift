import CaseModel

/// The links between events: those that stand on events, those asserted later, those denied.
struct LinkGraph {
    private var names: [EventReference: EventReference] = [:]
    private var links: [LinkIdentity: ChainLink] = [:]
    private var byEvent: [EventReference: [LinkIdentity]] = [:]

    /// The links of the given events, in order of position.
    ///
    /// A link to an event that is not among
    /// them keeps the name that it was written with.
    init(_ events: [EffectiveEvent]) {
        let standing = events.filter { $0.retraction == nil }
        for event in standing.map(\.event) {
            event.names.forEach { names[$0] = event.reference }
        }
        for event in standing { take(event) }
        for event in standing { dispute(event) }
    }

    /// Every link, in no order.
    var all: [ChainLink] { Array(links.values) }

    /// The links that stand on an event, in order of their relation, mode and cause.
    func links(from event: EventReference) -> [ChainLink] {
        (byEvent[event] ?? []).compactMap { links[$0] }.sorted { $0.identity < $1.identity }
    }

    private mutating func take(_ standing: EffectiveEvent) {
        let event = standing.event
        for link in event.body.links { add(link, on: event.reference, by: standing) }
        if case .linkAsserted(let asserted) = event.body.content {
            add(asserted.link, on: resolve(asserted.event), by: standing)
        }
    }

    private mutating func add(
        _ link: Link, on event: EventReference, by standing: EffectiveEvent
    ) {
        let identity = LinkIdentity(
            event: event, relation: link.relation, mode: link.mode, to: resolve(link.to))
        let another = ChainLink(identity, link, by: standing)
        if let known = links[identity] {
            links[identity] = known.merged(with: another)
        } else {
            links[identity] = another
            byEvent[event, default: []].append(identity)
        }
    }

    private mutating func dispute(_ standing: EffectiveEvent) {
        guard case .linkDisputed(let denial) = standing.event.body.content else { return }
        let to = resolve(denial.to)
        for identity in byEvent[resolve(denial.event)] ?? []
        where identity.relation == denial.relation && identity.to == to {
            for source in standing.event.body.claims.map(\.source) {
                links[identity]?.deny(
                    Denial(
                        actor: denial.by, source: source,
                        isCertain: standing.certainly(says: source)))
            }
        }
    }

    /// The one name of an event that answers use; another name where it is not among the events.
    func resolve(_ name: EventReference) -> EventReference { names[name] ?? name }
}
