/// What EDTF says about a date or a component of it with `?`, `~`, `%`, or with nothing.
struct Mark: Hashable, Sendable {
    let isUncertain: Bool
    let isApproximate: Bool

    static let none = Mark(isUncertain: false, isApproximate: false)

    /// Both marks together: `?` and `~` are `%`.
    func joined(with other: Mark) -> Mark {
        Mark(
            isUncertain: isUncertain || other.isUncertain,
            isApproximate: isApproximate || other.isApproximate)
    }

    /// The words for a date that has this mark as a whole.
    func qualify(_ phrase: String) -> String {
        (isApproximate ? "about " : "") + phrase + (isUncertain ? " (doubtful)" : "")
    }

    /// The words for a component: `approximate`, `doubtful`, or both; empty for no mark.
    var phrase: String {
        [isApproximate ? "approximate" : nil, isUncertain ? "doubtful" : nil]
            .compactMap(\.self).joined(separator: " and ")
    }
}

extension Mark {
    /// The mark that the character stands for; nil for any other character.
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
