extension Array where Element: Hashable {
    /// The elements without repetitions, in order of first appearance.
    func uniqued() -> [Element] {
        if count < 8, !repeatsItself { return self }
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }

    /// The elements, none of which stands twice, and behind them those of others that are new.
    func union(_ others: [Element]) -> [Element] {
        if others.isEmpty { return self }
        return isEmpty ? others.uniqued() : (self + others).uniqued()
    }

    /// Whether an element stands in it twice; to compare a few takes less than to hash them.
    private var repeatsItself: Bool { indices.contains { self[..<$0].contains(self[$0]) } }
}
