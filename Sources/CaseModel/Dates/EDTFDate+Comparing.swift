extension EDTFDate {
    /// The time of day in seconds, to order two dates written with the same day; a time without a
    /// zone counts as UTC.
    ///
    /// Nil for a date without a time.
    package var secondOfDay: Int? {
        guard case .dateTime(_, let time) = form else { return nil }
        return time.secondOfDay
    }

    /// Whether this date is before the other, by whole days, from start to start.
    ///
    /// Yes if it certainly started on an earlier day; no if it certainly did not, which includes
    /// two dates of the same day; otherwise unknown. A span counts by the window in which it
    /// starts, so even overlapping spans may be ordered.
    public func isBefore(_ other: EDTFDate) -> Trilean {
        let days = DayWindow.from(self, to: other)
        if let fewest = days.min, fewest > 0 { return .yes }
        if let most = days.max, most <= 0 { return .no }
        return .unknown
    }

    /// Whether this date had begun by the end of the latest day of the other.
    ///
    /// Yes if its latest possible start is not after that day; no if its earliest possible start
    /// is; otherwise unknown, including when the other date has no latest day. A span has begun
    /// once it has started, whether it continues or is over.
    public func began(by date: EDTFDate) -> Trilean {
        guard let day = date.latest else { return .unknown }
        if let startLatest, startLatest <= day { return .yes }
        if let startEarliest, startEarliest > day { return .no }
        return .unknown
    }
}

extension EDTFDate {
    /// Whether the times that two dates denote have a day in common.
    ///
    /// A year, a month, a day and an interval denote all of their days. A one-of set, a season and
    /// a date with unspecified digits denote some unknown day, so they certainly overlap only with
    /// an identically written date.
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

extension EDTFDate {
    /// Whether two times with zones fall on the same day in the zone of either.
    ///
    /// For example, 23:30 at UTC-08 and 07:30 UTC of the next day are the same instant. False if
    /// either date has no time, or its time has no zone: such a date counts by its day as written.
    public func sharesDay(with other: EDTFDate) -> Bool {
        guard let one = ZonedMinute(self), let two = ZonedMinute(other) else { return false }
        return one.day(in: one.shift) == two.day(in: one.shift)
            || one.day(in: two.shift) == two.day(in: two.shift)
    }
}

/// A time with a zone, in whole minutes: no day begins within a minute.
private struct ZonedMinute {
    /// Minutes since 1970-01-01T00:00Z.
    private let minutes: Int64
    /// The offset of its zone from UTC in minutes.
    let shift: Int64

    init?(_ date: EDTFDate) {
        guard case .dateTime(let day, let time) = date.form else { return nil }
        switch time.zone {
        case .local: return nil
        case .utc: shift = 0
        case .shift(let minutes, _): shift = Int64(minutes)
        }
        minutes = day.daysSince1970 * 1_440 + Int64(time.hour * 60 + time.minute) - shift
    }

    /// The day, counted from 1970-01-01, in a zone with the given offset from UTC in minutes.
    func day(in shift: Int64) -> Int64 {
        let local = minutes + shift
        return local >= 0 ? local / 1_440 : (local - 1_439) / 1_440
    }
}
