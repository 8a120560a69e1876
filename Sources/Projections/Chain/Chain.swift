public import CaseModel

/// The graph of events that links join, read from cause to answer.
public struct Chain: Hashable, Sendable {
    /// A link between two events of the chain, with the time that it took.
    public struct Arrow: Hashable, Sendable {
        /// The link.
        public let link: ChainLink
        /// From the start of the cause to the start of the answer.
        public let days: DayWindow
        /// Whether it and both its events were certainly so by the clocks asked.
        public let isCertain: Bool
    }

    /// The events, in the order of a timeline: those that links reach, and those that it begins with.
    public let nodes: [Event]
    /// Those of them that a link joins to another; the beginning where that is a single event.
    public let drawn: [Event]
    /// The links, in the order of their causes, then of their answers.
    public let arrows: [Arrow]
    /// How many answers are retaliation by more than coming after.
    public let retaliations: Int
    /// How many acts those answers are: the announcing and the imposing of one measure are one act.
    public let acts: Int
    /// How many of those answers only threaten an act.
    public let threats: Int
    /// How many links the longest path has, leaving out what only follows and what goes in circles.
    public let depth: Int
    /// The least likelihood of its links; nil where none has one.
    public let weakest: Likelihood?
    /// The events that only may have been so by the clocks asked.
    public let uncertain: Set<EventReference>
    /// The events that only sources bear out which were withdrawn; they call for no answer.
    public let unsupported: Set<EventReference>
    /// The restricting acts of one side that no act of another side answers, and that still have an
    /// effect; each by the first event that brings it about.
    public let unanswered: [EventReference]

    /// The chain that the links make of the events they reach from a beginning, both ways.
    ///
    /// - Parameters:
    ///   - start: the events to begin with.
    ///   - events: whole streams, as they stand, in order of position.
    ///   - others: the streams of other cases that speak of the same measures.
    ///   - registers: who is on which side, and how measures and lists are registered.
    ///   - asOf: the day for which it is asked what has an effect.
    public init(
        from start: [EventReference], in events: [EffectiveEvent],
        beside others: [EffectiveEvent] = [], registers: Registers = Registers(),
        asOf: EDTFDate? = nil
    ) {
        let graph = LinkGraph(events, asked: start)
        let standing = events.filter { $0.retraction == nil }.map(\.event)
        let streams = Set(events.map(\.event.stream))
        let known = Set(standing.map(\.reference))
        // What was retracted joins nothing: no chain leads through it.
        let links = graph.all.filter { known.isSuperset(of: [$0.identity.event, $0.identity.to]) }
        let reached = Chain.reach(from: start.map(graph.resolve), along: links)
        nodes = standing.filter { reached.contains($0.reference) }.inOrder {
            ByTime(date: $0.body.occurred, position: $0.position)
        }
        uncertain = events.uncertain
        arrows = Chain.arrows(links, between: nodes, uncertain)
        let unsupported = Set(events.filter(\.isUnsupported).map(\.event.reference))
        self.unsupported = unsupported
        // What only withdrawn sources assert is drawn, and weighs nothing.
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

    /// The events that answer by retaliation.
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
