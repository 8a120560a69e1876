public import CanonicalJSON

/// A decimal number of any size, exactly: never a binary fraction.
public struct DecimalNumber: Hashable, Sendable {
    /// The number as it is written.
    public let text: String

    private var isNegative: Bool { text.utf8.first == UInt8(ascii: "-") }
    private var whole: Substring { magnitude.prefix { $0 != "." } }
    private var fraction: Substring { magnitude.drop { $0 != "." }.dropFirst() }
    private var magnitude: Substring { text.drop { $0 == "-" } }

    /// The number that `text` spells: digits, perhaps a sign, perhaps a decimal point with digits.
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
    /// Numerical order: `"1.50"` is not less than `"1.5"`, nor the other way.
    public static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
        switch (left.isNegative, right.isNegative) {
        case (false, false): isSmaller(left, right)
        case (true, true): isSmaller(right, left)
        case (true, false): !(left.isZero && right.isZero)
        case (false, true): false
        }
    }

    private var isZero: Bool { !magnitude.contains { $0 != "0" && $0 != "." } }

    /// Whether `a` is smaller than `b` with the signs left out.
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
    /// Nought.
    public static var placeholder: DecimalNumber { DecimalNumber(unchecked: "0") }

    private init(unchecked text: String) { self.text = text }

    /// Reads an integer, or text that spells a decimal number.
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
