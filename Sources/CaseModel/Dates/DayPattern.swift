/// A year, month and day of which any digit may be `X`: one of the days that fit.
struct DayPattern: Hashable, Sendable {
    let year: YearDigits
    let month: Digits
    let day: Digits
    /// The first day that fits.
    let earliest: Day
    /// The last day that fits.
    let latest: Day

    /// The pattern; nil where no day of the calendar fits it, such as `190X-02-30`.
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

    /// The day, where every digit is known.
    var known: Day? {
        year.isKnown && month.isKnown && day.isKnown ? earliest : nil
    }

    /// The days of a month that fit in some month and year that do.
    var daysOfMonth: [Int64] {
        Array(day.numbers(in: 1...Int64(DayPattern.longest(month.months, in: year))))
    }

    /// Days of the longest of the months in any of the years; not less than 1.
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
    /// The day found in the first year in which there is one.
    fileprivate func firstDay(_ find: (Year) -> Day?) -> Day? {
        for year in self {
            if let day = find(year) { return day }
        }
        return nil
    }
}
