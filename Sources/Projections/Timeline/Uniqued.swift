extension Array where Element: Hashable {
    /// The elements without repetitions, in order of first appearance.
    package func uniqued() -> [Element] {
        if count < 8, !repeatsItself { return self }
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }

    /// Whether it contains a duplicate; for a few elements, comparing is faster than hashing.
    private var repeatsItself: Bool { indices.contains { self[..<$0].contains(self[$0]) } }
}
