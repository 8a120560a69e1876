import CaseModel

/// The longest path through links, leaving out those that lie on a cycle.
struct LongestPath {
    /// How many links it has.
    let length: Int

    init(_ links: [LinkIdentity]) {
        let graph = StrongComponents(links)
        // Components come answers first; so what lies behind an answer is known when its cause is
        // looked at.
        let straight = links.map { (graph.component(of: $0.to), $0) }
            .filter { cause, link in cause != graph.component(of: link.event) }
            .sorted { $0.0 < $1.0 }
        var longest: [EventReference: Int] = [:]
        for (_, link) in straight {
            let behind = longest[link.event] ?? 0
            longest[link.to] = max(longest[link.to] ?? 0, behind + 1)
        }
        length = longest.values.max() ?? 0
    }
}

/// The strongly connected components of a graph of links (Tarjan, without recursion).
///
/// Two events are in one component where each leads to the other: they lie on a cycle.
struct StrongComponents {
    private(set) var count = 0
    private var components: [EventReference: Int] = [:]
    private var answers: [EventReference: [EventReference]] = [:]
    private var index: [EventReference: Int] = [:]
    private var low: [EventReference: Int] = [:]
    private var open: [EventReference] = []

    init(_ links: [LinkIdentity]) {
        for link in links { answers[link.to, default: []].append(link.event) }
        for link in links { visit(link.to) }
        for link in links { visit(link.event) }
    }

    func component(of event: EventReference) -> Int { components[event] ?? -1 }

    private mutating func visit(_ root: EventReference) {
        guard index[root] == nil else { return }
        var path: [(event: EventReference, next: Int)] = [(root, 0)]
        enter(root)
        while let (event, next) = path.last {
            let neighbours = answers[event] ?? []
            if next < neighbours.count {
                path[path.count - 1].next += 1
                descend(from: event, to: neighbours[next], &path)
            } else {
                path.removeLast()
                leave(event, parent: path.last?.event)
            }
        }
    }

    private mutating func enter(_ event: EventReference) {
        index[event] = index.count
        low[event] = index[event]
        open.append(event)
    }

    private mutating func descend(
        from event: EventReference, to next: EventReference,
        _ path: inout [(event: EventReference, next: Int)]
    ) {
        if index[next] == nil {
            enter(next)
            path.append((next, 0))
        } else if components[next] == nil {
            lower(event, to: index[next])
        }
    }

    private mutating func leave(_ event: EventReference, parent: EventReference?) {
        if low[event] == index[event] { close(event) }
        if let parent { lower(parent, to: components[event] == nil ? low[event] : nil) }
    }

    private mutating func close(_ root: EventReference) {
        while let event = open.popLast() {
            components[event] = count
            if event == root { break }
        }
        count += 1
    }

    private mutating func lower(_ event: EventReference, to value: Int?) {
        guard let value, let known = low[event] else { return }
        low[event] = min(known, value)
    }
}
