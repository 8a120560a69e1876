/// A year of the proleptic Gregorian calendar; 0000 is the year before 0001 (ISO 8601-1).
struct Year: Hashable, Comparable, Sendable {
    let number: Int64

    /// Sixteen digits: the difference of two days of such years still fits 64 bits.
    static let limit: Int64 = 9_999_999_999_999_999

    /// The year of that number, which the caller has bounded.
    init(_ number: Int64) {
        precondition((-Year.limit...Year.limit).contains(number), "a year of at most 16 digits")
        self.number = number
    }

    /// The year of that number; nil beyond sixteen digits.
    init?(checking number: Int64) {
        guard (-Year.limit...Year.limit).contains(number) else { return nil }
        self.init(number)
    }

    static func < (left: Year, right: Year) -> Bool { left.number < right.number }

    var isLeap: Bool {
        number % 4 == 0 && (number % 100 != 0 || number % 400 == 0)
    }

    /// Days from 1970-01-01 to the year's first day.
    var firstDay: Int64 { Year.days(before: number) - Year.daysBefore1970 }

    /// The year that holds a day counted from 1970-01-01, and the day's place in it, from 0.
    static func holding(daysSince1970 days: Int64) -> (year: Year, dayOfYear: Int64) {
        let sinceZero = days + daysBefore1970
        let (cycle, rest) = sinceZero.floored(by: daysInCycle)
        // The mean year is never more than a few days off, so the guess is at most one year off.
        var year = rest * yearsInCycle / daysInCycle
        if Year.days(before: year) > rest {
            year -= 1
        } else if Year.days(before: year + 1) <= rest {
            year += 1
        }
        return (Year(cycle * yearsInCycle + year), rest - Year.days(before: year))
    }

    private static let daysBefore1970: Int64 = 719_528
    /// The Gregorian calendar repeats after so many years and days.
    private static let yearsInCycle: Int64 = 400
    private static let daysInCycle: Int64 = 146_097

    /// Days from 0000-01-01 to the first day of `year`.
    private static func days(before year: Int64) -> Int64 {
        let leapDays =
            (year + 3).flooredQuotient(by: 4) - (year + 99).flooredQuotient(by: 100)
            + (year + 399).flooredQuotient(by: 400)
        return 365 * year + leapDays
    }
}

extension Year {
    /// The year as EDTF writes it: `2031`, `-0044`, `Y170000002`.
    var text: String {
        let digits = String(number.magnitude)
        let sign = number < 0 ? "-" : ""
        guard digits.utf8.count <= 4 else { return "Y\(sign)\(digits)" }
        return sign + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }

    /// The year in words: `2031`, and `year 44`, `year -44` where digits alone say too little.
    var phrase: String { isPlain ? text : "year \(number)" }

    /// What stands before the year after a month or season: `April 2031`, `April, year 44`.
    var separator: String { isPlain ? " " : ", " }

    private var isPlain: Bool { (1000...9999).contains(number) }
}

extension Int64 {
    /// The quotient rounded down, also below zero.
    func flooredQuotient(by divisor: Int64) -> Int64 { floored(by: divisor).quotient }

    /// The quotient rounded down, and the remainder, which is not negative; `divisor` is positive.
    func floored(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}

/// A year as written, of which any digit may be `X`: one of the years that fit.
struct YearDigits: Hashable, Sendable {
    let digits: Digits
    let isNegative: Bool
    /// The earliest year that fits.
    let first: Year
    /// The latest year that fits.
    let last: Year

    /// The year of at most sixteen digits; nil for `-0000`, which is no year.
    init?(_ digits: Digits, isNegative: Bool) {
        let numbers = YearDigits.numbers(digits, isNegative: isNegative)
        guard let first = numbers.first, let last = numbers.last else { return nil }
        self.digits = digits
        self.isNegative = isNegative
        self.first = Year(first)
        self.last = Year(last)
    }

    var isKnown: Bool { digits.isKnown }

    /// The years that fit, from the earliest to the latest.
    var years: some BidirectionalCollection<Year> {
        YearDigits.numbers(digits, isNegative: isNegative).map { Year($0) }
    }

    /// Whether any of the years is a leap year, told from the digits without going through them.
    var hasLeapYear: Bool {
        let (hundreds, rest) = digits.split(at: 100)
        if rest.numbers(in: 1...99).contains(where: { $0 % 4 == 0 }) { return true }
        let centuries = hundreds.numbers(in: hundreds.least...hundreds.most)
        return rest.fits(0) && centuries.contains { $0 % 4 == 0 }
    }

    /// There is no year -0000, so `-000X` means -0009 to -0001.
    private static func numbers(
        _ digits: Digits, isNegative: Bool
    ) -> LazyFilterSequence<ClosedRange<Int64>> {
        let range = isNegative ? -digits.most...min(-digits.least, 0) : digits.least...digits.most
        return range.lazy.filter { number in
            digits.fits(abs(number)) && !(isNegative && number == 0)
        }
    }
}

/// The digits of a year, month or day, any of which may be `X`: not known.
struct Digits: Hashable, Sendable {
    /// The number with 0 for every X.
    let least: Int64
    /// The number with 9 for every X.
    let most: Int64

    /// The number that at most eighteen digits and X spell.
    init(_ characters: ArraySlice<UInt8>) {
        least = characters.reduce(0) { $0 * 10 + ($1.isX ? 0 : $1.digit) }
        most = characters.reduce(0) { $0 * 10 + ($1.isX ? 9 : $1.digit) }
    }

    private init(least: Int64, most: Int64) {
        self.least = least
        self.most = most
    }

    /// The digits before a place, and those from it on: at 100 the last two.
    func split(at place: Int64) -> (Digits, Digits) {
        (
            Digits(least: least / place, most: most / place),
            Digits(least: least % place, most: most % place)
        )
    }

    var isKnown: Bool { least == most }

    /// Whether only last digits are X, so that every number from `least` to `most` fits.
    var isRange: Bool { [0, 9, 99, 999, 9999].contains(most - least) }

    /// The numbers within bounds that fit, in their order.
    func numbers(in bounds: ClosedRange<Int64>) -> some BidirectionalCollection<Int64> {
        let first = max(least, bounds.lowerBound)
        let end = min(most, bounds.upperBound) + 1
        return (first..<max(first, end)).lazy.filter(fits)
    }

    /// Whether these digits may mean that number, which is not negative.
    func fits(_ number: Int64) -> Bool {
        var (number, least, most) = (number, least, most)
        while number > 0 || most > 0 {
            guard (least % 10...most % 10).contains(number % 10) else { return false }
            (number, least, most) = (number / 10, least / 10, most / 10)
        }
        return true
    }

    /// The months that fit, in their order.
    var months: [Month] { numbers(in: 1...12).compactMap { Month(rawValue: Int($0)) } }

    /// Four digits, and X where one is not known.
    var yearText: String {
        let places: [Int64] = [1000, 100, 10, 1]
        return places.map { place in
            let (low, high) = (least / place % 10, most / place % 10)
            return low == high ? String(low) : "X"
        }.joined()
    }
}

extension UInt8 {
    var isX: Bool { self == UInt8(ascii: "X") }

    fileprivate var digit: Int64 { Int64(self - UInt8(ascii: "0")) }
}

extension ArraySlice<UInt8> {
    /// The number that at most eighteen decimal digits spell.
    var decimalNumber: Int64 { Digits(self).least }
}

extension Unicode.Scalar {
    var isDigit: Bool { ("0"..."9").contains(self) }
    var isDigitOrX: Bool { isDigit || self == "X" }
}
