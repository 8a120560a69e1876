public import CanonicalJSON

/// A decimal number of any size, stored exactly, never as a binary fraction.
public struct DecimalNumber: Hashable, Sendable {
    /// The number as written.
    public let text: String

    private var isNegative: Bool { text.utf8.first == UInt8(ascii: "-") }
    private var whole: Substring { magnitude.prefix { $0 != "." } }
    private var fraction: Substring { magnitude.drop { $0 != "." }.dropFirst() }
    private var magnitude: Substring { text.drop { $0 == "-" } }

    /// The number written as `text`: digits, with an optional sign and optional decimals.
    public init?(_ text: String) {
        self.text = text
        let parts = magnitude.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy(DecimalNumber.isDigits),
            parts[0] == "0" || parts[0].first != "0", text.utf8.count - magnitude.utf8.count <= 1
        else { return nil }
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}

extension DecimalNumber: Comparable {
    /// Numerical order: neither of `"1.50"` and `"1.5"` is less than the other.
    public static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
        switch (left.isNegative, right.isNegative) {
        case (false, false): isSmaller(left, right)
        case (true, true): isSmaller(right, left)
        case (true, false): !(left.isZero && right.isZero)
        case (false, true): false
        }
    }

    private var isZero: Bool { !magnitude.contains { $0 != "0" && $0 != "." } }

    /// Whether the absolute value of `a` is smaller than that of `b`.
    private static func isSmaller(_ a: DecimalNumber, _ b: DecimalNumber) -> Bool {
        guard a.whole.count == b.whole.count else { return a.whole.count < b.whole.count }
        guard a.whole == b.whole else { return a.whole < b.whole }
        let digits = max(a.fraction.count, b.fraction.count)
        func padded(_ fraction: Substring) -> String {
            fraction + String(repeating: "0", count: digits - fraction.count)
        }
        return padded(a.fraction) < padded(b.fraction)
    }
}

extension DecimalNumber: FieldValue {
    /// An integer, or a decimal number in quotation marks.
    public static var shape: Shape { .number }
    /// Zero.
    public static var placeholder: DecimalNumber { DecimalNumber(unchecked: "0") }

    /// A regular expression (ECMA-262) of a decimal number.
    public static let pattern = #"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$"#

    private init(unchecked text: String) { self.text = text }

    /// Reads an integer, or a string that is a decimal number.
    public init?(_ json: JSONView, faults: inout Faults) {
        if let integer = json.integer {
            self.init(unchecked: String(integer))
        } else if let text = json.string, let number = DecimalNumber(text) {
            self = number
        } else {
            let hint = "an integer, or a decimal number in quotation marks: \"1.5\""
            faults.note(Fault("this is not a number", hint: hint))
            return nil
        }
    }
}

extension DecimalNumber {
    /// The exact product of two numbers; nil if it has more than 38 digits.
    public func times(_ other: DecimalNumber) -> DecimalNumber? {
        guard let one = digits, let two = other.digits else { return nil }
        let (product, isTooLarge) = one.number.multipliedReportingOverflow(by: two.number)
        guard !isTooLarge else { return nil }
        return DecimalNumber(product, decimals: one.decimals + two.decimals)
    }

    /// The exact sum of two numbers; nil if it has more than 38 digits.
    public func plus(_ other: DecimalNumber) -> DecimalNumber? {
        guard let one = digits, let two = other.digits else { return nil }
        let decimals = max(one.decimals, two.decimals)
        guard let left = DecimalNumber.shifted(one.number, by: decimals - one.decimals),
            let right = DecimalNumber.shifted(two.number, by: decimals - two.decimals)
        else { return nil }
        let (sum, isTooLarge) = left.addingReportingOverflow(right)
        return isTooLarge ? nil : DecimalNumber(sum, decimals: decimals)
    }

    private static func shifted(_ number: Int128, by places: Int) -> Int128? {
        var shifted = number
        for _ in 0..<places {
            let (product, isTooLarge) = shifted.multipliedReportingOverflow(by: 10)
            guard !isTooLarge else { return nil }
            shifted = product
        }
        return shifted
    }

    /// The number without its decimal point, and the number of decimals.
    private var digits: (number: Int128, decimals: Int)? {
        let parts = text.split(separator: ".")
        return Int128(parts.joined()).map { ($0, parts.count > 1 ? parts[1].utf8.count : 0) }
    }

    private init?(_ digits: Int128, decimals: Int) {
        let text = String(digits.magnitude)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - text.utf8.count)) + text
        let sign = digits < 0 ? "-" : ""
        let point = decimals == 0 ? "" : "."
        self.init(sign + padded.dropLast(decimals) + point + padded.suffix(decimals))
    }
}

/// A part of a whole as a fraction of integers, from 0 to 1: `"3/8"`, `"1"`; never `37.5`.
public struct Fraction: Hashable, Sendable {
    /// The fraction as written.
    public let text: String
    /// The number above the line.
    public let numerator: Int64
    /// The number below the line, at least 1.
    public let denominator: Int64

    /// The maximum number of digits of either number, so that no product of two overflows.
    public static let maximumDigits = 9
}

extension Fraction: TextValue {
    /// `N/M`.
    public static var form: TextForm {
        TextForm(
            name: "SHARE", pattern: "^(0{0,8}[01]|[0-9]{1,9}/(?!0+$)[0-9]{1,9})$",
            resembles: .integer(0...1))
    }
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
