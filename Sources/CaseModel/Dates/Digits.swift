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
