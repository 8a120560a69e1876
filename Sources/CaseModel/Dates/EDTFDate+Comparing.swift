extension EDTFDate {
    /// When on its day it was, for two dates of one day as written: seconds in UTC, where a time
    /// without a zone counts as UTC; nil for a date without a time.
    package var secondOfDay: Int? {
        guard case .dateTime(_, let time) = form else { return nil }
        return time.secondOfDay
    }

    /// Whether this date is before the other, by whole days, from start to start.
    ///
    /// Yes where it started on an earlier day whatever the two dates turn out to be; no where it
    /// did not, which includes two dates of one same day; else nobody can say. A span counts by
    /// the window in which it starts, so two spans that overlap may still be ordered.
    public func isBefore(_ other: EDTFDate) -> Trilean {
        let days = DayWindow.from(self, to: other)
        if let fewest = days.min, fewest > 0 { return .yes }
        if let most = days.max, most <= 0 { return .no }
        return .unknown
    }

    /// Whether this date had begun by the end of the latest day of the other.
    ///
    /// Yes where the last day on which it may have started is not after that day; no where the
    /// first is; else nobody can say, which includes every date asked about one without a latest
    /// day. A span has begun once it started, whether it lasts or is over.
    public func began(by date: EDTFDate) -> Trilean {
        guard let day = date.latest else { return .unknown }
        if let startLatest, startLatest <= day { return .yes }
        if let startEarliest, startEarliest > day { return .no }
        return .unknown
    }
}

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

extension EDTFDate {
    /// Whether two times with a zone lie on one day, as a clock in the zone of either shows them.
    ///
    /// 23:30 at UTC-08 and 07:30 UTC of the next day are one instant. False where one of the dates
    /// has no time, or its time no zone: such a date counts by its day as written.
    public func sharesDay(with other: EDTFDate) -> Bool {
        guard let one = ZonedMinute(self), let two = ZonedMinute(other) else { return false }
        return one.day(in: one.shift) == two.day(in: one.shift)
            || one.day(in: two.shift) == two.day(in: two.shift)
    }
}

/// A time with its zone, by the minute: no day begins within a minute.
private struct ZonedMinute {
    /// Minutes since 1970-01-01T00:00Z.
    private let minutes: Int64
    /// Minutes by which its zone is ahead of UTC.
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

    /// The day that a clock shows which is ahead of UTC by so many minutes, counted from 1970-01-01.
    func day(in shift: Int64) -> Int64 {
        let local = minutes + shift
        return local >= 0 ? local / 1_440 : (local - 1_439) / 1_440
    }
}
