/// The marks of a date's components: its year, month or season, and day, as far as it has them.
struct Marks: Hashable, Sendable {
    private(set) var components: [Mark] = []

    /// Adds the next component.
    ///
    /// - Parameters:
    ///   - own: the mark to its left, which is for it alone.
    ///   - group: the mark to its right, which is for it and all components before it.
    mutating func append(own: Mark, group: Mark) {
        components.append(own)
        if group != .none { components = components.map { $0.joined(with: group) } }
    }

    var isApproximate: Bool { components.contains(where: \.isApproximate) }
    var isUncertain: Bool { components.contains(where: \.isUncertain) }

    /// The words for a date with these marks, whose components are called so, in their order.
    ///
    /// A mark that all components share is said of the whole date.
    func qualify(_ phrase: String, names: [String]) -> String {
        guard let first = components.first else { return phrase }
        if components.allSatisfy({ $0 == first }) { return first.qualify(phrase) }
        return "\(phrase) (\(parts(names).joined(separator: ", ")))"
    }

    /// `year and month approximate`, `day doubtful`: one part a mark, by its first component.
    private func parts(_ names: [String]) -> [String] {
        var order: [Mark] = []
        for mark in components where mark != .none && !order.contains(mark) { order.append(mark) }
        return order.map { mark in
            let marked = zip(names, components).filter { $0.1 == mark }.map(\.0)
            return "\(marked.joined(separator: " and ")) \(mark.phrase)"
        }
    }
}
