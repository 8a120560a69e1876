/// The number of days between two dates, as far as both are known.
public struct DayWindow: Hashable, Sendable {
    /// The minimum, possibly negative; nil if there is no bound.
    public let min: Int64?
    /// The maximum, not below `min`; nil if there is no bound.
    public let max: Int64?

    /// Creates a window; `max` is not below `min`.
    package init(min: Int64?, max: Int64?) { (self.min, self.max) = (min, max) }

    /// The window if either event is undated.
    public static let unknown = DayWindow(min: nil, max: nil)

    /// The days from the start of `earlier` to the start of `later`.
    ///
    /// `min` is the earliest start of the later date minus the latest start of the earlier one;
    /// `max` is the latest start minus the earliest.
    public static func from(_ earlier: EDTFDate, to later: EDTFDate) -> DayWindow {
        DayWindow(
            min: days(from: earlier.startLatest, to: later.startEarliest),
            max: days(from: earlier.startEarliest, to: later.startLatest))
    }

    /// The days between two events; unknown if either is undated.
    public static func from(_ earlier: EDTFDate?, to later: EDTFDate?) -> DayWindow {
        guard let earlier, let later else { return .unknown }
        return from(earlier, to: later)
    }

    private static func days(from earlier: Day?, to later: Day?) -> Int64? {
        guard let earlier, let later else { return nil }
        return later - earlier
    }

    /// In words: `3 to 12 days`, `12 days`, `at least 3 days`, `at most 12 days`, `unknown`.
    public var phrase: String {
        switch (min, max) {
        case (let min?, let max?) where min == max: DayWindow.counted(min)
        case (let min?, let max?): "\(min) to \(DayWindow.counted(max))"
        case (let min?, nil): "at least \(DayWindow.counted(min))"
        case (nil, let max?): "at most \(DayWindow.counted(max))"
        case (nil, nil): "unknown"
        }
    }

    private static func counted(_ days: Int64) -> String {
        days.magnitude == 1 ? "\(days) day" : "\(days) days"
    }
}

/// A year, month and day in which any digit may be `X`; it denotes one of the matching days.
struct DayPattern: Hashable, Sendable {
    let year: YearDigits
    let month: Digits
    let day: Digits
    /// The first matching day.
    let earliest: Day
    /// The last matching day.
    let latest: Day

    /// The pattern; nil if no day of the calendar matches it, such as `190X-02-30`.
    init?(_ year: YearDigits, _ month: Digits, _ day: Digits) {
        if year.isKnown, month.isKnown, day.isKnown {
            let known = Day(
                year: year.first.number, month: Int(month.least), day: Int(day.least))
            guard let known else { return nil }
            (self.year, self.month, self.day) = (year, month, day)
            (earliest, latest) = (known, known)
            return
        }
        let months = month.months
        let length = DayPattern.longest(months, in: year)
        guard day.numbers(in: 1...Int64(length)).first != nil,
            let earliest = year.years.firstDay({ DayPattern.first($0, months, day) }),
            let latest = year.years.reversed().firstDay({ DayPattern.last($0, months, day) })
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
        self.earliest = earliest
        self.latest = latest
    }

    /// The day, if every digit is known.
    var known: Day? {
        year.isKnown && month.isKnown && day.isKnown ? earliest : nil
    }

    /// The days of the month that match in any of the matching months and years.
    var daysOfMonth: [Int64] {
        Array(day.numbers(in: 1...Int64(DayPattern.longest(month.months, in: year))))
    }

    /// The length of the longest of the months in any of the years; at least 1.
    static func longest(_ months: [Month], in year: YearDigits) -> Int {
        months.map { $0.length(inLeapYear: year.hasLeapYear) }.max() ?? 1
    }

    private static func first(_ year: Year, _ months: [Month], _ day: Digits) -> Day? {
        for month in months {
            let days = day.numbers(in: 1...Int64(month.length(in: year)))
            if let day = days.first { return Day(year, month, Int(day)) }
        }
        return nil
    }

    private static func last(_ year: Year, _ months: [Month], _ day: Digits) -> Day? {
        for month in months.reversed() {
            let days = day.numbers(in: 1...Int64(month.length(in: year)))
            if let day = days.last { return Day(year, month, Int(day)) }
        }
        return nil
    }
}

extension Sequence<Year> {
    /// The first day that `find` returns, over the years in order.
    fileprivate func firstDay(_ find: (Year) -> Day?) -> Day? {
        for year in self {
            if let day = find(year) { return day }
        }
        return nil
    }
}
