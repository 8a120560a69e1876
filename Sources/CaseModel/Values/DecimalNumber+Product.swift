extension DecimalNumber {
    /// The exact product of two numbers; nil where it has more than 38 digits.
    public func times(_ other: DecimalNumber) -> DecimalNumber? {
        guard let one = digits, let two = other.digits else { return nil }
        let (product, isTooLarge) = one.number.multipliedReportingOverflow(by: two.number)
        guard !isTooLarge else { return nil }
        return DecimalNumber(product, decimals: one.decimals + two.decimals)
    }

    /// The number without its point, and how many digits stood behind it.
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
