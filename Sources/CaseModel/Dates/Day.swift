/// A day of the proleptic Gregorian calendar, of a year of at most sixteen digits.
public struct Day: Hashable, Sendable {
    /// Days since 1970-01-01, negative before.
    public let daysSince1970: Int64

    /// The earliest representable day: the first of year -9999999999999999.
    public static let first = Day(Year(-Year.limit), .january, 1)
    /// The latest representable day: the last of year 9999999999999999.
    public static let last = Day(Year(Year.limit), .december, 31)

    /// The day that many days after 1970-01-01; nil outside `first` to `last`.
    public init?(daysSince1970: Int64) {
        guard (Day.first.daysSince1970...Day.last.daysSince1970).contains(daysSince1970) else {
            return nil
        }
        self.init(known: daysSince1970)
    }

    /// The day that many days after 1970-01-01; the caller guarantees the bounds.
    init(known daysSince1970: Int64) {
        self.daysSince1970 = daysSince1970
    }

    /// The day of that date; nil if it does not exist in the calendar.
    public init?(year: Int64, month: Int, day: Int) {
        guard let year = Year(checking: year), let month = Month(rawValue: month),
            (1...month.length(in: year)).contains(day)
        else { return nil }
        self.init(year, month, day)
    }

    /// The day of that date; the caller guarantees that it exists.
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

extension Day: CustomStringConvertible {
    /// `2031-04-02`; the year as in EDTF outside 0000 to 9999: `-0044-03-15`, `Y170000002-01-01`.
    public var text: String {
        let date = date
        return date.year.text + "-" + date.month.rawValue.twoDigits + "-" + date.day.twoDigits
    }

    /// The same as `text`.
    public var description: String { text }

    /// The day as `2031-04-02`; years outside 0000 to 9999 as in EDTF: `-0044-03-15`,
    /// `Y170000002-01-01`.
    public init?(_ text: String) {
        let parts = text.utf8.suffix(6).split(
            separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].isEmpty, let month = Int(parts[1].decimal),
            let day = Int(parts[2].decimal), let year = Day.year(text.utf8.dropLast(6)),
            let value = Day(year: year, month: month, day: day), value.text == text
        else { return nil }
        self = value
    }

    private static func year(_ bytes: Substring.UTF8View) -> Int64? {
        let digits = bytes.first == UInt8(ascii: "Y") ? bytes.dropFirst() : bytes
        return Int64(digits.decimal)
    }
}

extension Substring.UTF8View {
    /// The bytes as text, to be parsed as a number.
    fileprivate var decimal: String { String(decoding: self, as: UTF8.self) }
}

extension Int {
    /// The number, 0 to 99, in two digits.
    var twoDigits: String { self < 10 ? "0" + String(self) : String(self) }
}

/// A month of the Gregorian calendar.
enum Month: Int, CaseIterable, Sendable {
    case january = 1
    case february, march, april, may, june, july, august, september, october, november, december

    /// Days of the month in that year.
    func length(in year: Year) -> Int { length(inLeapYear: year.isLeap) }

    /// The number of days of the month, in a leap year or not.
    func length(inLeapYear isLeap: Bool) -> Int {
        switch self {
        case .february: isLeap ? 29 : 28
        case .april, .june, .september, .november: 30
        default: 31
        }
    }

    /// The English name.
    var name: String { Month.names[rawValue - 1] }

    private static let names = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
}

/// A season of EDTF level 1; which months it covers depends on the hemisphere and is not specified.
enum Season: Int, Sendable {
    case spring = 21
    case summer, autumn, winter

    /// The English name.
    var name: String {
        switch self {
        case .spring: "spring"
        case .summer: "summer"
        case .autumn: "autumn"
        case .winter: "winter"
        }
    }
}
