extension EDTFDate {
    /// Whether the times that two dates name have a day in common.
    ///
    /// A year, a month, a day and an interval name all of their days. One of several, a season and
    /// a date with digits not known name a day that nobody can tell: they overlap for certain only
    /// what is written the same.
    public func overlaps(_ other: EDTFDate) -> Trilean {
        if isOver(before: other) || other.isOver(before: self) { return .no }
        return self == other || namesAllDays && other.namesAllDays ? .yes : .unknown
    }

    private func isOver(before other: EDTFDate) -> Bool {
        guard let latest, let earliest = other.earliest else { return false }
        return latest < earliest
    }

    private var namesAllDays: Bool {
        guard !text.utf8.contains(UInt8(ascii: "X")) else { return false }
        return switch form {
        case .date(let date): date.precision != .season
        case .dateTime: true
        case .interval(let from, let to): from.isTold && to.isTold
        case .set: false
        }
    }
}

extension EDTFForm.IntervalEnd {
    fileprivate var isTold: Bool {
        switch self {
        case .date(let date): date.precision != .season
        case .open: true
        case .unknown: false
        }
    }
}
