/// A day of the proleptic Gregorian calendar, of a year of at most sixteen digits.
public struct Day: Hashable, Sendable {
    /// Days since 1970-01-01, negative before.
    public let daysSince1970: Int64

    /// The earliest day that can be told: the first of year -9999999999999999.
    public static let first = Day(Year(-Year.limit), .january, 1)
    /// The latest day that can be told: the last of year 9999999999999999.
    public static let last = Day(Year(Year.limit), .december, 31)

    /// The day that many days after 1970-01-01; nil outside `first` to `last`.
    public init?(daysSince1970: Int64) {
        guard (Day.first.daysSince1970...Day.last.daysSince1970).contains(daysSince1970) else {
            return nil
        }
        self.init(known: daysSince1970)
    }

    /// The day that many days after 1970-01-01, which the caller knows to be within bounds.
    init(known daysSince1970: Int64) {
        self.daysSince1970 = daysSince1970
    }

    /// The day of that date; nil where the calendar has no such day.
    public init?(year: Int64, month: Int, day: Int) {
        guard let year = Year(checking: year), let month = Month(rawValue: month),
            (1...month.length(in: year)).contains(day)
        else { return nil }
        self.init(year, month, day)
    }

    /// The day of that date, which the caller knows to exist.
    init(_ year: Year, _ month: Month, _ day: Int) {
        let earlier = Month.allCases.prefix(month.rawValue - 1)
        let dayOfYear = earlier.reduce(day - 1) { $0 + $1.length(in: year) }
        daysSince1970 = year.firstDay + Int64(dayOfYear)
    }

    /// The year, negative before 0000.
    public var year: Int64 { date.year.number }
    /// The month, 1 to 12.
    public var month: Int { date.month.rawValue }
    /// The day of the month, from 1.
    public var day: Int { date.day }

    var date: (year: Year, month: Month, day: Int) {
        let (year, dayOfYear) = Year.holding(daysSince1970: daysSince1970)
        var rest = Int(dayOfYear)
        for month in Month.allCases.dropLast() {
            let length = month.length(in: year)
            if rest < length { return (year, month, rest + 1) }
            rest -= length
        }
        return (year, .december, rest + 1)
    }
}

extension Day: Comparable {
    /// The earlier day is the smaller.
    public static func < (left: Day, right: Day) -> Bool {
        left.daysSince1970 < right.daysSince1970
    }

    /// Days from `right` to `left`, negative where `left` is the earlier.
    public static func - (left: Day, right: Day) -> Int64 {
        left.daysSince1970 - right.daysSince1970
    }
}
