/// Things by their numbers, of which some are joined, directly or through others.
struct Joining {
    private var leaders: [Int]

    /// So many things, none of them joined.
    init(count: Int) { leaders = Array(0..<count) }

    /// The first of the things that one is joined with, itself included.
    subscript(one: Int) -> Int { leaders[one] }

    /// Joins two, and with them all that either was joined with.
    mutating func join(_ one: Int, _ other: Int) {
        let (first, last) = (min(self[one], self[other]), max(self[one], self[other]))
        for place in leaders.indices where leaders[place] == last { leaders[place] = first }
    }

    /// The groups of two or more, each in order, by their first.
    var groups: [[Int]] {
        Dictionary(grouping: leaders.indices) { leaders[$0] }.values
            .filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    }
}
