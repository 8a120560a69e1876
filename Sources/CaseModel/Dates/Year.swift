/// A year of the proleptic Gregorian calendar; 0000 is the year before 0001 (ISO 8601-1).
struct Year: Hashable, Comparable, Sendable {
    let number: Int64

    /// Sixteen digits: the difference of two days of such years still fits 64 bits.
    static let limit: Int64 = 9_999_999_999_999_999

    /// The year of that number; the caller guarantees the bounds.
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

    /// The year that contains a day counted from 1970-01-01, and the day's index in it, from 0.
    static func holding(daysSince1970 days: Int64) -> (year: Year, dayOfYear: Int64) {
        let sinceZero = days + daysBefore1970
        let (cycle, rest) = sinceZero.floored(by: daysInCycle)
        // The mean year length is off by a few days at most, so the guess is off by one year at
        // most.
        var year = rest * yearsInCycle / daysInCycle
        if Year.days(before: year) > rest {
            year -= 1
        } else if Year.days(before: year + 1) <= rest {
            year += 1
        }
        return (Year(cycle * yearsInCycle + year), rest - Year.days(before: year))
    }

    private static let daysBefore1970: Int64 = 719_528
    /// The Gregorian calendar repeats after this many years and days.
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

    /// The year in words: `2031`, or `year 44`, `year -44` if digits alone would be unclear.
    var phrase: String { isPlain ? text : "year \(number)" }

    /// The separator before the year after a month or season: `April 2031`, `April, year 44`.
    var separator: String { isPlain ? " " : ", " }

    private var isPlain: Bool { (1000...9999).contains(number) }
}

extension Int64 {
    /// The quotient rounded towards negative infinity.
    func flooredQuotient(by divisor: Int64) -> Int64 { floored(by: divisor).quotient }

    /// The quotient rounded towards negative infinity, and the non-negative remainder; `divisor`
    /// must be positive.
    func floored(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}

/// A year as written, in which any digit may be `X`; it denotes one of the matching years.
struct YearDigits: Hashable, Sendable {
    let digits: Digits
    let isNegative: Bool
    /// The earliest matching year.
    let first: Year
    /// The latest matching year.
    let last: Year

    /// The year of at most sixteen digits; nil for `-0000`, which is not a year.
    init?(_ digits: Digits, isNegative: Bool) {
        let numbers = YearDigits.numbers(digits, isNegative: isNegative)
        guard let first = numbers.first, let last = numbers.last else { return nil }
        self.digits = digits
        self.isNegative = isNegative
        self.first = Year(first)
        self.last = Year(last)
    }

    var isKnown: Bool { digits.isKnown }

    /// The matching years, in ascending order.
    var years: some BidirectionalCollection<Year> {
        YearDigits.numbers(digits, isNegative: isNegative).map { Year($0) }
    }

    /// Whether any of the years is a leap year, computed from the digits without enumerating the
    /// years.
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

/// The digits of a year, month or day, any of which may be `X` (unspecified).
struct Digits: Hashable, Sendable {
    /// The number with 0 for every X.
    let least: Int64
    /// The number with 9 for every X.
    let most: Int64

    /// The number written with at most eighteen digits and X.
    init(_ characters: ArraySlice<UInt8>) {
        least = characters.reduce(0) { $0 * 10 + ($1.isX ? 0 : $1.digit) }
        most = characters.reduce(0) { $0 * 10 + ($1.isX ? 9 : $1.digit) }
    }

    private init(least: Int64, most: Int64) {
        self.least = least
        self.most = most
    }

    /// The digits before and after a power of ten: 100 splits off the last two.
    func split(at place: Int64) -> (Digits, Digits) {
        (
            Digits(least: least / place, most: most / place),
            Digits(least: least % place, most: most % place)
        )
    }

    var isKnown: Bool { least == most }

    /// Whether only trailing digits are X, so that every number from `least` to `most` matches.
    var isRange: Bool { [0, 9, 99, 999, 9999].contains(most - least) }

    /// The matching numbers within bounds, in ascending order.
    func numbers(in bounds: ClosedRange<Int64>) -> some BidirectionalCollection<Int64> {
        let first = max(least, bounds.lowerBound)
        let end = min(most, bounds.upperBound) + 1
        return (first..<max(first, end)).lazy.filter(fits)
    }

    /// Whether these digits match a non-negative number.
    func fits(_ number: Int64) -> Bool {
        var (number, least, most) = (number, least, most)
        while number > 0 || most > 0 {
            guard (least % 10...most % 10).contains(number % 10) else { return false }
            (number, least, most) = (number / 10, least / 10, most / 10)
        }
        return true
    }

    /// The matching months, in order.
    var months: [Month] { numbers(in: 1...12).compactMap { Month(rawValue: Int($0)) } }

    /// Four digits, with X for each unspecified one.
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
    /// The number written with at most eighteen decimal digits.
    var decimalNumber: Int64 { Digits(self).least }
}

extension Unicode.Scalar {
    var isDigit: Bool { ("0"..."9").contains(self) }
    var isDigitOrX: Bool { isDigit || self == "X" }
}
