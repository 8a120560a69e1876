extension DateSet {
    /// The set in words: `one of 2031, 2033 to 2035`, `2031 and every year from 2033 to 2035`.
    var phrase: String {
        switch choice {
        case .one where members.count == 1: members.map(\.alone).joined()
        case .one: "one of " + listed(members.map(\.among))
        case .all: all
        }
    }

    private var all: String {
        let phrases = members.map(\.every)
        guard phrases.count > 1, let last = phrases.last else { return phrases.joined() }
        return "\(listed(phrases.dropLast())) and \(last)"
    }

    /// Commas between, or semicolons where a member has a comma of its own.
    private func listed(_ phrases: [String]) -> String {
        phrases.joined(separator: phrases.contains { $0.contains(",") } ? "; " : ", ")
    }
}

extension DateSet.Member {
    /// The only member of which one is meant.
    fileprivate var alone: String {
        switch self {
        case .date(let date): date.phrase
        case .range(let from, let to) where from == to: from.phrase
        case .range(let from, let to): "between \(from.phrase) and \(to.phrase)"
        case .onOrBefore(let date): "by \(date.phrase)"
        case .onOrAfter(let date): "\(date.phrase) or later"
        }
    }

    /// A member among others of which one is meant.
    fileprivate var among: String {
        switch self {
        case .date(let date): date.phrase
        case .range(let from, let to) where from == to: from.phrase
        case .range(let from, let to): "\(from.phrase) to \(to.phrase)"
        case .onOrBefore(let date): "\(date.phrase) or earlier"
        case .onOrAfter(let date): "\(date.phrase) or later"
        }
    }

    /// A member of a set of which all are meant.
    fileprivate var every: String {
        switch self {
        case .date(let date): date.phrase
        case .range(let from, let to) where from == to: from.phrase
        case .range(let from, let to):
            "every \(from.precision) from \(from.phrase) to \(to.phrase)"
        case .onOrBefore(let date): "every \(date.precision) up to \(date.phrase)"
        case .onOrAfter(let date): "every \(date.precision) from \(date.phrase) on"
        }
    }
}
