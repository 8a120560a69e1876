/// Things by their numbers, of which some are joined, directly or through others (disjoint sets).
struct Joining {
    private var leaders: [Int]

    /// So many things, none of them joined.
    init(count: Int) { leaders = Array(0..<count) }

    /// Joins two, and with them all that either was joined with.
    mutating func join(_ one: Int, _ other: Int) {
        let (one, other) = (leader(of: one), leader(of: other))
        leaders[max(one, other)] = min(one, other)
    }

    /// The first of the things that one is joined with, itself included; the way there is half as long
    /// the next time.
    private mutating func leader(of thing: Int) -> Int {
        var thing = thing
        while leaders[thing] != thing {
            leaders[thing] = leaders[leaders[thing]]
            thing = leaders[thing]
        }
        return thing
    }

    /// The groups of two or more, each in order, by their first.
    var groups: [[Int]] {
        var joined = self
        return Dictionary(grouping: leaders.indices) { joined.leader(of: $0) }.values
            .filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    }
}
