/// A set of EDTF level 2: `[…]` (one of the members) or `{…}` (all of them).
struct DateSet: Sendable {
    let choice: Choice
    /// The members as written, at least one; in any order, and perhaps with duplicates.
    let members: [Member]

    /// Which of the members are meant.
    enum Choice: Sendable {
        /// `[…]`
        case one
        /// `{…}`
        case all
    }

    /// One item between commas.
    enum Member: Sendable {
        case date(WrittenDate)
        /// `a..b`: every value from one to the other; both have the same precision.
        case range(WrittenDate, WrittenDate)
        /// `..b`, allowed only as the first member.
        case onOrBefore(WrittenDate)
        /// `a..`, allowed only as the last member.
        case onOrAfter(WrittenDate)
    }

    /// Every date written in the set.
    var dates: [WrittenDate] { members.flatMap(\.dates) }

    /// The lower end: that of the earliest member; open with a leading `..`.
    var lower: EDTFDate.Bound {
        if case .onOrBefore = members.first { return .open }
        return dates.map(\.earliest).min().map(EDTFDate.Bound.day) ?? .open
    }

    /// The upper end: that of the latest member; open with a trailing `..`.
    var upper: EDTFDate.Bound {
        if case .onOrAfter = members.last { return .open }
        return dates.map(\.latest).max().map(EDTFDate.Bound.day) ?? .open
    }

    /// The last day on which the set may have started.
    ///
    /// If all members are meant, it started with the first of them, whichever that is.
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

    /// Separated by commas, or by semicolons if a member contains a comma.
    private func listed(_ phrases: [String]) -> String {
        phrases.joined(separator: phrases.contains { $0.contains(",") } ? "; " : ", ")
    }
}

extension DateSet.Member {
    /// The phrase for the only member of a one-of set.
    fileprivate var alone: String {
        switch self {
        case .date(let date): date.phrase
        case .range(let from, let to) where from == to: from.phrase
        case .range(let from, let to): "between \(from.phrase) and \(to.phrase)"
        case .onOrBefore(let date): "by \(date.phrase)"
        case .onOrAfter(let date): "\(date.phrase) or later"
        }
    }

    /// The phrase for one of several members of a one-of set.
    fileprivate var among: String {
        switch self {
        case .date(let date): date.phrase
        case .range(let from, let to) where from == to: from.phrase
        case .range(let from, let to): "\(from.phrase) to \(to.phrase)"
        case .onOrBefore(let date): "\(date.phrase) or earlier"
        case .onOrAfter(let date): "\(date.phrase) or later"
        }
    }

    /// The phrase for a member of an all-of set.
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
