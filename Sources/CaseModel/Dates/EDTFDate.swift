/// A date as a source gives it: EDTF (ISO 8601-2:2019 in the profile of loc.gov, 2019-02-04).
///
/// Supports levels 0 and 1, and of level 2 sets, qualified components and unspecified digits, also
/// in intervals. Anything outside the profile is refused; unsupported level 2 features (exponential
/// years, significant digits, sub-year groupings) are refused by name. Where the text of the
/// profile leaves room:
/// - A date and time counts by its day as written, regardless of zone, and takes no mark. There is
///   no hour 24 (ISO 8601-1:2019); second 60 is accepted only where a leap second is possible.
/// - Negative years take months, days and unspecified digits like other years; `-0000` is not a
///   year. A year after `Y` takes no month or day, and has five to sixteen digits, all of them
///   specified.
/// - Each side of an interval is open, unknown or a date independently, so `/..` and `../` are
///   dates. Its dates may be seasons, long years or negative years.
/// - An interval, or a range in a set, is reversed if its first date is certainly after its last,
///   and for seasons of one year by their numbers. A mark widens no bound.
/// - Unspecified digits denote only days that exist: `190X-02-29` is in 1904 or 1908.
/// - A one-of set is a point, bounded by its earliest and latest member, whatever lies between. An
///   all-of set is a span from the first to the last member, because each of them happened.
public struct EDTFDate: Sendable {
    /// The date as entered, byte for byte; always ASCII.
    public let text: String

    let form: EDTFForm

    /// The date written as `text`.
    ///
    /// - Throws: what is wrong, at which byte, and how to write it.
    public init(_ text: String) throws(EDTFFault) {
        var reader = EDTFReader(text)
        form = try reader.date()
        self.text = text
    }

    /// A date whose text was already parsed.
    init(text: String, form: EDTFForm) {
        (self.text, self.form) = (text, form)
    }

    /// Whether a date is a moment or a time span.
    public enum Kind: String, Hashable, Sendable {
        /// One moment, possibly known only to lie in a window.
        case point
        /// An interval `a/b`, or an all-of set `{a,b}`.
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
    /// Dates are equal if their texts are.
    public static func == (left: EDTFDate, right: EDTFDate) -> Bool { left.text == right.text }

    /// Hashes the text.
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }

    /// The date as entered.
    public var description: String { text }
}

/// The parsed form of an EDTF text; indirect, because dates are copied far more often than
/// inspected.
indirect enum EDTFForm: Sendable {
    case date(WrittenDate)
    case dateTime(Day, TimeOfDay)
    case interval(from: IntervalEnd, to: IntervalEnd)
    case set(DateSet)

    /// One side of an interval.
    enum IntervalEnd: Sendable {
        case date(WrittenDate)
        /// `..`: no bound, or none given.
        case open
        /// Empty: there is a bound, but it is unknown.
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
    /// One end of the range that a date may denote.
    public enum Bound: Hashable, Sendable {
        /// A whole day, inclusive.
        case day(Day)
        /// `..`: no bound, or none given.
        case open
        /// An empty side of an interval: there is a bound, but it is unknown.
        case unknown

        /// The day; nil if the end is open or unknown.
        public var day: Day? {
            if case .day(let day) = self { return day }
            return nil
        }
    }

    /// The lower end; distinguishes an open start from an unknown one.
    public var lower: Bound {
        switch form {
        case .date(let date): .day(date.earliest)
        case .dateTime(let day, _): .day(day)
        case .interval(let from, _): from.bound(\.earliest)
        case .set(let set): set.lower
        }
    }

    /// The upper end; distinguishes an open end from an unknown one.
    public var upper: Bound {
        switch form {
        case .date(let date): .day(date.latest)
        case .dateTime(let day, _): .day(day)
        case .interval(_, let to): to.bound(\.latest)
        case .set(let set): set.upper
        }
    }

    /// The first day that the date may denote; nil if that end is open or unknown.
    public var earliest: Day? { lower.day }

    /// The last day that the date may denote; nil if that end is open or unknown.
    public var latest: Day? { upper.day }

    /// The first possible day of its start; for a point the same as `earliest`.
    public var startEarliest: Day? { earliest }

    /// The last possible day of its start; for a point the same as `latest`.
    ///
    /// A span starts within its first date, and never after it ends: `2031-04/2031-04-10` starts by
    /// 10 April, and so does `/2031-04-10`, whose first date is unknown. An all-of set starts by
    /// the earliest of its members' last days.
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
    /// Nil if an interval's start is open or not known.
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

    /// Whether the last day that this date may denote is before the latest day of another.
    ///
    /// Yes if it is certainly over by then; no if even its first day is not before then; otherwise
    /// unknown. The last day itself counts as not passed: what is valid until a day is valid on
    /// that day.
    public func hasPassed(by date: EDTFDate) -> Trilean {
        guard let day = date.latest else { return .unknown }
        if let latest, latest < day { return .yes }
        if let earliest, earliest >= day { return .no }
        return .unknown
    }
}
