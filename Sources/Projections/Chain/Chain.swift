public import CaseModel

/// The graph of events that are joined by links, from causes to responses.
public struct Chain: Hashable, Sendable {
    /// A link between two events of the chain, with the time between them.
    public struct Arrow: Hashable, Sendable {
        /// The link.
        public let link: ChainLink
        /// The days from the start of the cause to the start of the response.
        public let days: DayWindow
        /// Whether the link and both its events are certain under the requested clocks.
        public let isCertain: Bool
    }

    /// The events in timeline order: those reachable through links, and the starting events.
    public let nodes: [Event]
    /// The events among them that a link joins to another; or the starting event if it is the only
    /// one.
    public let drawn: [Event]
    /// The links, in the order of their causes, then of their responses.
    public let arrows: [Arrow]
    /// The number of responses that are retaliation, other than by following in time only.
    public let retaliations: Int
    /// The number of acts that those responses are: announcing and imposing one measure are one
    /// act.
    public let acts: Int
    /// The number of those responses that only threaten an act.
    public let threats: Int
    /// The number of links on the longest path, without purely temporal links and cycles.
    public let depth: Int
    /// The lowest likelihood of its links; nil if none has one.
    public let weakest: Likelihood?
    /// The events that are only possible under the requested clocks.
    public let uncertain: Set<EventReference>
    /// The events whose supporting sources were all withdrawn; they need no response.
    public let unsupported: Set<EventReference>
    /// The restricting acts of one side that no act of another side answers and that still have an
    /// effect; each is given by its first event.
    public let unanswered: [EventReference]

    /// The chain of the events reachable through links from a start, in both directions.
    ///
    /// - Parameters:
    ///   - start: the starting events.
    ///   - events: effective events of whole streams, in order of position.
    ///   - others: the streams of other cases that refer to the same measures.
    ///   - registers: the sides of actors, and the registered measures and lists.
    ///   - asOf: the day for which effects are determined.
    public init(
        from start: [EventReference], in events: [EffectiveEvent],
        beside others: [EffectiveEvent] = [], registers: Registers = Registers(),
        asOf: EDTFDate? = nil
    ) {
        let graph = LinkGraph(events, asked: start)
        let standing = events.filter { $0.retraction == nil }.map(\.event)
        let streams = Set(events.map(\.event.stream))
        let known = Set(standing.map(\.reference))
        // Retracted events are not joined, so no chain leads through them.
        let links = graph.all.filter { known.isSuperset(of: [$0.identity.event, $0.identity.to]) }
        let reached = Chain.reach(from: start.map(graph.resolve), along: links)
        nodes = standing.filter { reached.contains($0.reference) }.inOrder {
            ByTime(date: $0.body.occurred, position: $0.position)
        }
        uncertain = events.uncertain
        arrows = Chain.arrows(links, between: nodes, uncertain)
        let unsupported = Set(events.filter(\.isUnsupported).map(\.event.reference))
        self.unsupported = unsupported
        // Links asserted only by withdrawn sources are drawn, but have no weight.
        let weighing = arrows.filter {
            !$0.link.isUnsupported && !unsupported.contains($0.link.identity.event)
        }
        retaliations = weighing.count { $0.link.isRetaliation }
        depth =
            LongestPath(weighing.map(\.link.identity).filter { $0.relation != .follows }).length
        weakest = weighing.compactMap(\.link.likelihood).min()
        let answers = Chain.retaliating(nodes, weighing)
        acts = Set(answers.filter { !$0.isThreat }.map(Act.init)).count
        threats = answers.count(where: \.isThreat)
        drawn = Chain.joined(nodes, arrows, start: start)
        let all = events + others.filter { !streams.contains($0.event.stream) }
        let effects = Effects(
            all.filter { !$0.isUnsupported }, asOf: asOf, registers: registers)
        let supported = nodes.filter { !unsupported.contains($0.reference) }
        unanswered = Unanswered(supported, weighing, registers: registers)
            .acts(supported, effects)
    }
}

extension Chain {
    private static func reach(
        from start: [EventReference], along links: [ChainLink]
    ) -> Set<EventReference> {
        var neighbours: [EventReference: [EventReference]] = [:]
        for identity in links.map(\.identity) {
            neighbours[identity.event, default: []].append(identity.to)
            neighbours[identity.to, default: []].append(identity.event)
        }
        var reached = Set(start)
        var frontier = start
        while let event = frontier.popLast() {
            for next in neighbours[event] ?? [] where reached.insert(next).inserted {
                frontier.append(next)
            }
        }
        return reached
    }

    private static func arrows(
        _ links: [ChainLink], between nodes: [Event], _ uncertain: Set<EventReference>
    ) -> [Arrow] {
        let order = Dictionary(
            uniqueKeysWithValues: nodes.enumerated().map { ($1.reference, $0) })
        let places: [(from: Int, to: Int, link: ChainLink)] = links.compactMap { link in
            guard let from = order[link.identity.to], let to = order[link.identity.event] else {
                return nil
            }
            return (from, to, link)
        }
        return
            places
            .sorted { ($0.from, $0.to, $0.link.identity) < ($1.from, $1.to, $1.link.identity) }
            .map { Arrow($0.link, from: nodes[$0.from], to: nodes[$0.to], uncertain) }
    }

    /// The events that retaliate.
    private static func retaliating(_ nodes: [Event], _ arrows: [Arrow]) -> [Event] {
        let answering = Set(arrows.filter(\.link.isRetaliation).map(\.link.identity.event))
        return nodes.filter { answering.contains($0.reference) }
    }

    private static func joined(
        _ nodes: [Event], _ arrows: [Arrow], start: [EventReference]
    ) -> [Event] {
        guard start.count > 1 else { return nodes }
        let joined = Set(arrows.flatMap { [$0.link.identity.event, $0.link.identity.to] })
        return nodes.filter { joined.contains($0.reference) }
    }
}

extension Chain.Arrow {
    fileprivate init(
        _ link: ChainLink, from cause: Event, to answer: Event, _ uncertain: Set<EventReference>
    ) {
        self.link = link
        days = DayWindow.from(cause.body.occurred, to: answer.body.occurred)
        isCertain =
            link.isCertain && uncertain.isDisjoint(with: [cause.reference, answer.reference])
    }
}
