/// A part of a whole as a fraction of integers, from 0 to 1: `"3/8"`, `"1"`; never 37.5.
public struct Fraction: Hashable, Sendable {
    /// The fraction as it is written.
    public let text: String
    /// The number above the line.
    public let numerator: Int64
    /// The number below the line, at least 1.
    public let denominator: Int64

    /// Most digits of either number: so no product of two overflows.
    public static let maximumDigits = 9
}

extension Fraction: TextValue {
    /// `N/M`.
    public static var formName: String { "SHARE" }
    /// The whole.
    public static var placeholder: Fraction { Fraction(text: "1", numerator: 1, denominator: 1) }

    /// Reads `N/M`, `0` or `1`.
    public init(spelling text: String) throws(Misspelling) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Fraction.number($0) }
        guard numbers.count == parts.count, (1...2).contains(parts.count),
            numbers.last != 0
                || parts.count == 1
        else {
            throw Misspelling(
                "\(quoted(text)) is not a share",
                hint: "write a fraction of whole numbers: \"3/8\", \"1/2\", \"1\"")
        }
        let denominator = parts.count == 2 ? numbers[1] : 1
        guard numbers[0] <= denominator else {
            throw Misspelling("\(quoted(text)) is more than the whole", hint: "at most \"1\"")
        }
        self.init(text: text, numerator: numbers[0], denominator: denominator)
    }

    private static func number(_ digits: Substring) -> Int64? {
        let isNumber = digits.utf8.allSatisfy {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
        return isNumber && digits.utf8.count <= maximumDigits ? Int64(digits) : nil
    }
}

extension Fraction: Comparable {
    /// Numerical order.
    public static func < (left: Fraction, right: Fraction) -> Bool {
        left.numerator * right.denominator < right.numerator * left.denominator
    }
}
