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
        let standing = events.filter { $0.retraction == nil }.map(\.event)
        for event in standing {
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

    private mutating func take(_ event: Event) {
        for link in event.body.links { add(link, on: event.reference) }
        if case .linkAsserted(let asserted) = event.body.content {
            add(asserted.link, on: resolve(asserted.event))
        }
    }

    private mutating func add(_ link: Link, on event: EventReference) {
        let identity = LinkIdentity(
            event: event, relation: link.relation, mode: link.mode, to: resolve(link.to))
        let another = ChainLink(identity, link)
        if let known = links[identity] {
            links[identity] = known.merged(with: another)
        } else {
            links[identity] = another
            byEvent[event, default: []].append(identity)
        }
    }

    private mutating func dispute(_ event: Event) {
        guard case .linkDisputed(let denial) = event.body.content else { return }
        let to = resolve(denial.to)
        for identity in byEvent[resolve(denial.event)] ?? []
        where identity.relation == denial.relation && identity.to == to {
            for claim in event.body.claims {
                links[identity]?.deny(Denial(actor: denial.by, source: claim.source))
            }
        }
    }

    /// The one name of an event that answers use; another name where it is not among the events.
    func resolve(_ name: EventReference) -> EventReference { names[name] ?? name }
}
