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
