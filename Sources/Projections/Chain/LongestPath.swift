import CaseModel

/// The longest path through links, leaving out those that lie on a cycle.
struct LongestPath {
    /// How many links it has.
    let length: Int

    init(_ links: [LinkIdentity]) {
        let graph = StrongComponents(links.map { ($0.to, $0.event) })
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
