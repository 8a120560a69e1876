package import CaseModel

/// The links between events: those stated by the events themselves, those asserted later, and their
/// denials.
struct LinkGraph: Sendable {
    /// Every link, in order of first mention.
    private(set) var all: [ChainLink] = []
    /// Whether any of them is denied.
    private(set) var isDisputed = false
    private var places: [LinkIdentity: Int] = [:]
    private var byEvent: [EventReference: [Int]] = [:]
    private let names: [EventReference: EventReference]

    /// The links of the given events, in order of position.
    ///
    /// A link to an event outside the given ones keeps the name that it was recorded with. `asked`
    /// lists further names that must be resolvable.
    init(_ events: [EffectiveEvent], asked: [EventReference] = []) {
        let speaking = events.filter { $0.retraction == nil && $0.event.speaksOfLinks }
        names = LinkGraph.names(of: events, speaking.flatMap(\.event.linkedEvents) + asked)
        for event in speaking { take(event) }
        for event in speaking { dispute(event) }
        isDisputed = all.contains { !$0.disputedBy.isEmpty }
    }

    /// A map from the alternative names of events to the name used in answers.
    ///
    /// An event referred to by its key needs no entry: the key is that name.
    private static func names(
        of events: [EffectiveEvent], _ spoken: [EventReference]
    ) -> [EventReference: EventReference] {
        let others = Set(spoken.filter { !$0.isKeyed })
        guard !others.isEmpty else { return [:] }
        var names: [EventReference: EventReference] = [:]
        for event in events {
            for name in event.event.names where others.contains(name) {
                names[name] = event.event.reference
            }
        }
        return names
    }

    /// The links of an event, in order of relation, mode and cause.
    func links(from event: EventReference) -> [ChainLink] {
        guard let found = byEvent[event] else { return [] }
        return found.map { all[$0] }.sorted { $0.identity < $1.identity }
    }

    private mutating func take(_ standing: EffectiveEvent) {
        let event = standing.event
        for link in event.body.links { add(link, on: event.reference, by: standing) }
        if case .linkAsserted(let asserted) = event.body.content {
            add(asserted.link, on: resolve(asserted.event), of: asserted.event, by: standing)
        }
    }

    /// Links to or from an event that the requested clocks exclude are not shown.
    private mutating func add(
        _ link: Link, on event: EventReference, of name: EventReference? = nil,
        by standing: EffectiveEvent
    ) {
        let fates = [link.to, name].compactMap { $0.flatMap { standing.fates[$0] } }
        guard !fates.contains(.absent) else { return }
        let identity = LinkIdentity(
            event: event, relation: link.relation, mode: link.mode, to: resolve(link.to))
        let another = ChainLink(
            identity, link, by: standing, restsOnRetracted: fates.contains(.retracted))
        if let place = places[identity] {
            all[place] = all[place].merged(with: another)
        } else {
            places[identity] = all.count
            byEvent[event, default: []].append(all.count)
            all.append(another)
        }
    }

    private mutating func dispute(_ standing: EffectiveEvent) {
        guard case .linkDisputed(let denial) = standing.event.body.content else { return }
        let to = resolve(denial.to)
        for place in byEvent[resolve(denial.event)] ?? []
        where all[place].identity.relation == denial.relation && all[place].identity.to == to {
            for source in standing.event.body.claims.map(\.source) {
                all[place].deny(
                    Denial(
                        actor: denial.by, source: source,
                        isCertain: standing.certainly(says: source),
                        isWithdrawn: standing.withdrawnSources.contains(source)))
            }
        }
    }

    /// The name that answers use for an event; the name itself if the event is not among the given
    /// ones.
    ///
    /// Of the names that are not keys, only those that links use, or that were passed as `asked`,
    /// can be resolved.
    func resolve(_ name: EventReference) -> EventReference { names[name] ?? name }
}

extension Event {
    /// Whether it has links, or is about links.
    fileprivate var speaksOfLinks: Bool {
        switch body.content {
        case .linkAsserted, .linkDisputed: true
        default: !body.links.isEmpty
        }
    }
}

/// The longest path through links, without those that lie on a cycle.
struct LongestPath {
    /// The number of links.
    let length: Int

    /// The longest path, or the longest that ends with one of some events.
    init(_ links: [LinkIdentity], endingAt ends: Set<EventReference>? = nil) {
        let graph = StrongComponents(links.map { ($0.to, $0.event) })
        // Components are numbered with responses first, so the paths after a response are known
        // when its cause is processed.
        let straight = links.map { (graph.component(of: $0.to), $0) }
            .filter { cause, link in cause != graph.component(of: link.event) }
            .sorted { $0.0 < $1.0 }
        var longest: [EventReference: Int] = [:]
        for (_, link) in straight {
            let isEnd = ends?.contains(link.event) ?? true
            guard let behind = longest[link.event] ?? (isEnd ? 0 : nil) else { continue }
            longest[link.to] = max(longest[link.to] ?? 0, behind + 1)
        }
        length = longest.values.max() ?? 0
    }
}

/// The strongly connected components of a graph (Tarjan's algorithm, without recursion).
///
/// Two nodes are in one component if each is reachable from the other, that is, if they lie on a
/// cycle. A component has a lower number than the components that lead to it.
struct StrongComponents<Node: Hashable> {
    private(set) var count = 0
    private var components: [Node: Int] = [:]
    private var next: [Node: [Node]] = [:]
    private var index: [Node: Int] = [:]
    private var low: [Node: Int] = [:]
    private var open: [Node] = []

    /// The components of a graph given by its directed edges.
    init(_ edges: [(from: Node, to: Node)]) {
        for edge in edges { next[edge.from, default: []].append(edge.to) }
        for edge in edges { visit(edge.from) }
        for edge in edges { visit(edge.to) }
    }

    /// The number of a node's component; -1 if no edge touches the node.
    func component(of node: Node) -> Int { components[node] ?? -1 }

    private mutating func visit(_ root: Node) {
        guard index[root] == nil else { return }
        var path: [(node: Node, place: Int)] = [(root, 0)]
        enter(root)
        while let (node, place) = path.last {
            let neighbours = next[node] ?? []
            if place < neighbours.count {
                path[path.count - 1].place += 1
                descend(from: node, to: neighbours[place], &path)
            } else {
                path.removeLast()
                leave(node, parent: path.last?.node)
            }
        }
    }

    private mutating func enter(_ node: Node) {
        index[node] = index.count
        low[node] = index[node]
        open.append(node)
    }

    private mutating func descend(
        from node: Node, to next: Node,
        _ path: inout [(node: Node, place: Int)]
    ) {
        if index[next] == nil {
            enter(next)
            path.append((next, 0))
        } else if components[next] == nil {
            lower(node, to: index[next])
        }
    }

    private mutating func leave(_ node: Node, parent: Node?) {
        if low[node] == index[node] { close(node) }
        if let parent { lower(parent, to: components[node] == nil ? low[node] : nil) }
    }

    private mutating func close(_ root: Node) {
        while let node = open.popLast() {
            components[node] = count
            if node == root { break }
        }
        count += 1
    }

    private mutating func lower(_ node: Node, to value: Int?) {
        guard let value, let known = low[node] else { return }
        low[node] = min(known, value)
    }
}

extension [EffectiveEvent] {
    /// The links of one of these events, as they and other ones of these events assert and deny them.
    package func links(from standing: EffectiveEvent) -> [ChainLink] {
        LinkGraph(self).links(from: standing.event.reference)
    }
}
