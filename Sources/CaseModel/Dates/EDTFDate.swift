/// A date as a source gives it: EDTF (ISO 8601-2:2019 in the profile of loc.gov, 2019-02-04).
///
/// Levels 0 and 1, and of level 2 the sets, marks of components, and unspecified digits, in
/// intervals too. What the profile does not define is refused, and the rest of level 2 by name:
/// exponential years, significant digits, sub-year groupings. Where its text leaves room:
/// - A date and time counts by its day as written, whatever its zone, and takes no mark. There is
///   no hour 24 (ISO 8601-1:2019); second 60 is taken only where a leap second may fall.
/// - Negative years take months, days and unspecified digits as others do; `-0000` is no year.
///   A year after `Y` stands alone, and has five to sixteen digits, all of them known.
/// - Each side of an interval is open, unknown or a date by itself, so `/..` and `../` are dates.
///   Its dates may be seasons, long or negative years.
/// - An interval, or a range in a set, is reversed where its first date is certainly after its
///   last, and seasons of one year by their numbers. A mark widens no bound.
/// - Digits not known mean the days that the calendar has: `190X-02-29` is 1904 or 1908.
/// - One of a set is a point, bounded by its earliest and latest member, whatever lies between.
///   All of a set is a span from the first to the last member, for each of them happened.
public struct EDTFDate: Sendable {
    /// The date as entered, byte for byte; always ASCII.
    public let text: String

    let form: EDTFForm

    /// The date that `text` spells.
    ///
    /// - Throws: what is wrong, the byte where it is wrong, and how to write it.
    public init(_ text: String) throws(EDTFFault) {
        var reader = EDTFReader(text)
        form = try reader.date()
        self.text = text
    }

    /// A date whose text was read before.
    init(text: String, form: EDTFForm) {
        (self.text, self.form) = (text, form)
    }

    /// Whether a date is one moment or lasts.
    public enum Kind: String, Hashable, Sendable {
        /// One moment, perhaps known only to lie in a window.
        case point
        /// An interval `a/b`, or all of a set: `{a,b}`.
        case span
    }

    /// A point, or a span for `a/b` and `{a,b}`.
    public var kind: Kind {
        switch form {
        case .date, .dateTime: .point
        case .interval: .span
        case .set(let set): set.choice == .all ? .span : .point
        }
    }

    /// Whether any part carries `~` or `%`; that widens no bound.
    public var isApproximate: Bool { form.marks.contains(where: \.isApproximate) }

    /// Whether any part carries `?` or `%`; that widens no bound.
    public var isUncertain: Bool { form.marks.contains(where: \.isUncertain) }
}

extension EDTFDate: Hashable, CustomStringConvertible {
    /// Two dates are equal where their texts are.
    public static func == (left: EDTFDate, right: EDTFDate) -> Bool { left.text == right.text }

    /// Hashes the text.
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }

    /// The date as entered.
    public var description: String { text }
}

/// What an EDTF text is; indirect, for dates are handed on far more often than looked into.
indirect enum EDTFForm: Sendable {
    case date(WrittenDate)
    case dateTime(Day, TimeOfDay)
    case interval(from: IntervalEnd, to: IntervalEnd)
    case set(DateSet)

    /// One side of an interval.
    enum IntervalEnd: Sendable {
        case date(WrittenDate)
        /// `..`: there is none, or it is left out.
        case open
        /// Nothing written: there is one, but which is not known.
        case unknown

        var date: WrittenDate? {
            if case .date(let date) = self { return date }
            return nil
        }
    }

    var marks: [Marks] {
        switch self {
        case .date(let date): [date.marks]
        case .dateTime: []
        case .interval(let from, let to): [from, to].compactMap(\.date?.marks)
        case .set(let set): set.dates.map(\.marks)
        }
    }
}

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

extension EDTFDate {
    /// The first date of an interval: `1991` of `1991/2004`; any other date itself.
    ///
    /// Nil where an interval's start is open or not known.
    public var start: EDTFDate? {
        guard case .interval(let from, _) = form else { return self }
        guard case .date(let first) = from, let slash = text.utf8.firstIndex(of: UInt8(ascii: "/"))
        else { return nil }
        return EDTFDate(text: String(text[..<slash]), form: .date(first))
    }

    /// The last date of an interval: `2004` of `1991/2004`.
    ///
    /// Nil for a point, for a set, and where the end is open or not known.
    public var end: EDTFDate? {
        guard case .interval(_, .date(let last)) = form,
            let slash = text.utf8.lastIndex(of: UInt8(ascii: "/"))
        else { return nil }
        let text = String(self.text[self.text.utf8.index(after: slash)...])
        return EDTFDate(text: text, form: .date(last))
    }

    /// Whether the last day that this date may mean is before the latest day of another.
    ///
    /// Yes where it certainly is over by then; no where not even its first day is; else nobody can
    /// say. The last day itself has not passed: what holds until a day holds on it.
    public func hasPassed(by date: EDTFDate) -> Trilean {
        guard let day = date.latest else { return .unknown }
        if let latest, latest < day { return .yes }
        if let earliest, earliest >= day { return .no }
        return .unknown
    }
}
