extension Day: CustomStringConvertible {
    /// `2031-04-02`; the year as in EDTF outside 0000 to 9999: `-0044-03-15`, `Y170000002-01-01`.
    public var text: String {
        let date = date
        return date.year.text + "-" + date.month.rawValue.twoDigits + "-" + date.day.twoDigits
    }

    /// The same as `text`.
    public var description: String { text }

    /// The day that `text` spells in the form of `Day.text`, and in no other; nil else.
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
    /// The bytes as text, to be read as a number.
    fileprivate var decimal: String { String(decoding: self, as: UTF8.self) }
}

extension Int {
    /// The number, 0 to 99, in two digits.
    var twoDigits: String { self < 10 ? "0" + String(self) : String(self) }
}
