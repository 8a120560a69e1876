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
