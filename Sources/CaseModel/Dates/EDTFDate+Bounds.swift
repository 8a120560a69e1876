extension EDTFDate {
    /// One end of what a date may mean.
    public enum Bound: Hashable, Sendable {
        /// A whole day, which is included.
        case day(Day)
        /// `..`: no end, or none given.
        case open
        /// An empty side of an interval: there is an end, but it is not known.
        case unknown

        /// The day; nil where the end is open or unknown.
        public var day: Day? {
            if case .day(let day) = self { return day }
            return nil
        }
    }

    /// The lower end; tells an open start from an unknown one.
    public var lower: Bound {
        switch form {
        case .date(let date): .day(date.earliest)
        case .dateTime(let day, _): .day(day)
        case .interval(let from, _): from.bound(\.earliest)
        case .set(let set): set.lower
        }
    }

    /// The upper end; tells an open end from an unknown one.
    public var upper: Bound {
        switch form {
        case .date(let date): .day(date.latest)
        case .dateTime(let day, _): .day(day)
        case .interval(_, let to): to.bound(\.latest)
        case .set(let set): set.upper
        }
    }

    /// The first day that the date may mean; nil where that end is open or unknown.
    public var earliest: Day? { lower.day }

    /// The last day that the date may mean; nil where that end is open or unknown.
    public var latest: Day? { upper.day }

    /// The first day on which it may have started; for a point the same as `earliest`.
    public var startEarliest: Day? { earliest }

    /// The last day on which it may have started; for a point the same as `latest`.
    ///
    /// A span starts within its first date, and never after it ends: `2031-04/2031-04-10` starts
    /// by 10 April, and so does `/2031-04-10`, whose first date is not known. All of a set starts
    /// by the earliest of its members' last days.
    public var startLatest: Day? {
        switch form {
        case .date, .dateTime: latest
        case .interval(let from, let to):
            [from.date?.latest, to.date?.latest].compactMap(\.self).min()
        case .set(let set): set.startLatest
        }
    }
}

extension EDTFForm.IntervalEnd {
    fileprivate func bound(_ end: (WrittenDate) -> Day) -> EDTFDate.Bound {
        switch self {
        case .date(let date): .day(end(date))
        case .open: .open
        case .unknown: .unknown
        }
    }
}
