/// Disjoint sets (union-find) over numbered elements.
struct Joining {
    private var leaders: [Int]

    /// That many elements, each in a set of its own.
    init(count: Int) { leaders = Array(0..<count) }

    /// Unites the sets of two elements.
    mutating func join(_ one: Int, _ other: Int) {
        let (one, other) = (leader(of: one), leader(of: other))
        leaders[max(one, other)] = min(one, other)
    }

    /// The smallest element of the set that an element belongs to; halves the path for later
    /// look-ups.
    private mutating func leader(of thing: Int) -> Int {
        var thing = thing
        while leaders[thing] != thing {
            leaders[thing] = leaders[leaders[thing]]
            thing = leaders[thing]
        }
        return thing
    }

    /// The sets of two or more elements, each in order, sorted by first element.
    var groups: [[Int]] {
        var joined = self
        return Dictionary(grouping: leaders.indices) { joined.leader(of: $0) }.values
            .filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    }
}
