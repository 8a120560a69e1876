import CanonicalJSON
import CaseModel
import Projections
import RandomSupport
import Testing

@Suite("The depth of a chain")
struct LongestPathTests {
    @Test("is the number of links on the longest path", arguments: [1, 2, 7, 400])
    func line(length: Int) throws {
        let links = (0..<length).map { RandomGraph.Edge(from: $0, to: $0 + 1) }
        #expect(try RandomGraph(edges: links, nodes: length + 1).chain().depth == length)
    }

    @Test("agrees with trying all paths of small graphs")
    func oracle() throws {
        let seed: UInt64 = 0x5eed_0030
        var generator = SplitMix(seed: seed)
        for round in 0..<1_000 {
            let graph = RandomGraph(using: &generator)
            let depth = try graph.chain().depth
            #expect(depth == graph.longestPath, "seed \(seed), round \(round): \(graph.edges)")
        }
    }
}

/// A small graph of causes and answers.
struct RandomGraph {
    struct Edge: Hashable {
        let from: Int
        let to: Int
    }

    let edges: [Edge]
    let nodes: Int

    init(edges: [Edge], nodes: Int) {
        self.edges = edges
        self.nodes = nodes
    }

    init(using generator: inout SplitMix) {
        let nodes = Int.random(in: 1...6, using: &generator)
        // Mostly onwards, so that there are long paths as well as circles.
        edges = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
            let ends = (0..<2).map { _ in Int.random(in: 0..<nodes, using: &generator) }.sorted()
            let isBack = Int.random(in: 0..<6, using: &generator) == 0
            return Edge(from: ends[isBack ? 1 : 0], to: ends[isBack ? 0 : 1])
        }
        self.nodes = nodes
    }

    /// The chain of all events, one a node, each linked to its causes.
    func chain() throws -> Chain {
        let history = try (0..<nodes).reduce(History()) { history, node in
            let causes = Set(edges.filter { $0.to == node }.map(\.from)).sorted()
            return try history.happened(
                "n-\(node)", "meeting.held", "2031",
                links: causes.map { link("responds_to", "acme/n-\($0)") })
        }
        return Chain(from: history.events.map(\.reference), in: try history.standing)
    }

    /// The longest path by trying all, once the links are gone whose answer leads back to the cause.
    var longestPath: Int {
        let straight = edges.filter { !leads(from: $0.to, to: $0.from, past: []) }
        func longest(from node: Int) -> Int {
            straight.filter { $0.from == node }.map { 1 + longest(from: $0.to) }.max() ?? 0
        }
        return (0..<nodes).map(longest).max() ?? 0
    }

    private func leads(from: Int, to: Int, past: Set<Int>) -> Bool {
        from == to
            || edges.contains { edge in
                edge.from == from && !past.contains(edge.to)
                    && leads(from: edge.to, to: to, past: past.union([from]))
            }
    }
}
