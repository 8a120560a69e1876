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
