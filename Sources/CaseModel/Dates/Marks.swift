/// The EDTF qualification of a date or a component: `?`, `~`, `%`, or none.
struct Mark: Hashable, Sendable {
    let isUncertain: Bool
    let isApproximate: Bool

    static let none = Mark(isUncertain: false, isApproximate: false)

    /// The union of two marks: `?` and `~` give `%`.
    func joined(with other: Mark) -> Mark {
        Mark(
            isUncertain: isUncertain || other.isUncertain,
            isApproximate: isApproximate || other.isApproximate)
    }

    /// The phrase for a date that is qualified as a whole.
    func qualify(_ phrase: String) -> String {
        (isApproximate ? "about " : "") + phrase + (isUncertain ? " (doubtful)" : "")
    }

    /// The phrase for a component: `approximate`, `doubtful`, or both; empty without a mark.
    var phrase: String {
        [isApproximate ? "approximate" : nil, isUncertain ? "doubtful" : nil]
            .compactMap(\.self).joined(separator: " and ")
    }
}

extension Mark {
    /// The mark that the character denotes; nil for any other character.
    init?(_ character: Unicode.Scalar?) {
        switch character {
        case "?": self.init(isUncertain: true, isApproximate: false)
        case "~": self.init(isUncertain: false, isApproximate: true)
        case "%": self.init(isUncertain: true, isApproximate: true)
        default: return nil
        }
    }
}

extension UInt8 {
    /// Whether it is `?`, `~` or `%`.
    var isMark: Bool { Mark(Unicode.Scalar(self)) != nil }
}

/// The marks of a date's components: year, month or season, and day, as far as present.
struct Marks: Hashable, Sendable {
    private(set) var components: [Mark] = []

    /// Adds the next component.
    ///
    /// - Parameters:
    ///   - own: the mark to its left, which applies to it alone.
    ///   - group: the mark to its right, which applies to it and all components before it.
    mutating func append(own: Mark, group: Mark) {
        components.append(own)
        if group != .none { components = components.map { $0.joined(with: group) } }
    }

    var isApproximate: Bool { components.contains(where: \.isApproximate) }
    var isUncertain: Bool { components.contains(where: \.isUncertain) }

    /// The phrase for a date with these marks; `names` are the names of its components, in order.
    ///
    /// A mark that all components share qualifies the whole date.
    func qualify(_ phrase: String, names: [String]) -> String {
        guard let first = components.first else { return phrase }
        if components.allSatisfy({ $0 == first }) { return first.qualify(phrase) }
        return "\(phrase) (\(parts(names).joined(separator: ", ")))"
    }

    /// Phrases such as `year and month approximate`, `day doubtful`: one for each mark, ordered by
    /// its first component.
    private func parts(_ names: [String]) -> [String] {
        var order: [Mark] = []
        for mark in components where mark != .none && !order.contains(mark) { order.append(mark) }
        return order.map { mark in
            let marked = zip(names, components).filter { $0.1 == mark }.map(\.0)
            return "\(marked.joined(separator: " and ")) \(mark.phrase)"
        }
    }
}
