/// The strongly connected components of a graph (Tarjan, without recursion).
///
/// Two nodes are in one component where each leads to the other: they lie on a cycle. A component has
/// a lower number than those that lead to it.
struct StrongComponents<Node: Hashable> {
    private(set) var count = 0
    private var components: [Node: Int] = [:]
    private var next: [Node: [Node]] = [:]
    private var index: [Node: Int] = [:]
    private var low: [Node: Int] = [:]
    private var open: [Node] = []

    /// The components of a graph by its edges, each from a node to the next.
    init(_ edges: [(from: Node, to: Node)]) {
        for edge in edges { next[edge.from, default: []].append(edge.to) }
        for edge in edges { visit(edge.from) }
        for edge in edges { visit(edge.to) }
    }

    /// The number of a node's component; -1 where no edge touches the node.
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
