/// A set of EDTF level 2: `[…]`, of which one member is meant, or `{…}`, of which all are.
struct DateSet: Sendable {
    let choice: Choice
    /// At least one, as written: in any order, perhaps twice the same.
    let members: [Member]

    /// Which members are meant.
    enum Choice: Sendable {
        /// `[…]`
        case one
        /// `{…}`
        case all
    }

    /// What stands between commas.
    enum Member: Sendable {
        case date(WrittenDate)
        /// `a..b`: each value from one to the other, which are of one precision.
        case range(WrittenDate, WrittenDate)
        /// `..b`, which only the first member is.
        case onOrBefore(WrittenDate)
        /// `a..`, which only the last member is.
        case onOrAfter(WrittenDate)
    }

    /// Every date written in the set.
    var dates: [WrittenDate] { members.flatMap(\.dates) }

    /// The lower end: of the earliest member, open with `..` before the first.
    var lower: EDTFDate.Bound {
        if case .onOrBefore = members.first { return .open }
        return dates.map(\.earliest).min().map(EDTFDate.Bound.day) ?? .open
    }

    /// The upper end: of the latest member, open with `..` after the last.
    var upper: EDTFDate.Bound {
        if case .onOrAfter = members.last { return .open }
        return dates.map(\.latest).max().map(EDTFDate.Bound.day) ?? .open
    }

    /// The last day on which what is meant may have started.
    ///
    /// Where all members are meant it started by the first of them, whichever that turns out to be.
    var startLatest: Day? {
        choice == .one ? upper.day : dates.map(\.latest).min()
    }
}

extension DateSet.Member {
    var dates: [WrittenDate] {
        switch self {
        case .date(let date), .onOrBefore(let date), .onOrAfter(let date): [date]
        case .range(let from, let to): [from, to]
        }
    }
}

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
