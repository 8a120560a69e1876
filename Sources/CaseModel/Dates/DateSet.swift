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
