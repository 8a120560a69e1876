import CaseModel

/// The links between events: those that stand on events, those asserted later, those denied.
struct LinkGraph: Sendable {
    private let names: [EventReference: EventReference]
    private var links: [LinkIdentity: ChainLink] = [:]
    private var byEvent: [EventReference: [LinkIdentity]] = [:]

    /// The links of the given events, in order of position.
    ///
    /// A link to an event that is not among them keeps the name that it was written with. `asked`
    /// are further names that will have to be resolved.
    init(_ events: [EffectiveEvent], asked: [EventReference] = []) {
        let standing = events.filter { $0.retraction == nil }
        names = LinkGraph.names(of: standing.map(\.event), asked)
        for event in standing { take(event) }
        for event in standing { dispute(event) }
    }

    /// The one name that answers use, by each of the names under which events are spoken of.
    private static func names(
        of events: [Event], _ asked: [EventReference]
    ) -> [EventReference: EventReference] {
        let used = Set(events.flatMap(\.linkedEvents) + asked)
        guard !used.isEmpty else { return [:] }
        var names: [EventReference: EventReference] = [:]
        for event in events {
            for name in event.names where used.contains(name) { names[name] = event.reference }
        }
        return names
    }

    /// Every link, in no order.
    var all: [ChainLink] { Array(links.values) }

    /// The links that stand on an event, in order of their relation, mode and cause.
    func links(from event: EventReference) -> [ChainLink] {
        guard let found = byEvent[event] else { return [] }
        return found.compactMap { links[$0] }.sorted { $0.identity < $1.identity }
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
    ///
    /// Only names that links use, or that were asked for at the beginning, are known.
    func resolve(_ name: EventReference) -> EventReference { names[name] ?? name }
}

extension Event {
    /// The events of which its links and what it says of links speak.
    fileprivate var linkedEvents: [EventReference] {
        let causes = body.links.map(\.to)
        return switch body.content {
        case .linkAsserted(let asserted): causes + [asserted.event, asserted.link.to]
        case .linkDisputed(let denial): causes + [denial.event, denial.to]
        default: causes
        }
    }
}
