/// A date as a source gives it: EDTF (ISO 8601-2:2019 in the profile of loc.gov, 2019-02-04).
///
/// Levels 0 and 1, and of level 2 the sets, marks of components, and unspecified digits, in
/// intervals too. What the profile does not define is refused, and the rest of level 2 by name:
/// exponential years, significant digits, sub-year groupings. Where its text leaves room:
/// - A date and time counts by its day as written, whatever its zone, and takes no mark. There is
///   no hour 24 (ISO 8601-1:2019); second 60 is taken only where a leap second may fall.
/// - Negative years take months, days and unspecified digits as others do; `-0000` is no year.
///   A year after `Y` stands alone, and has five to sixteen digits, all of them known.
/// - Each side of an interval is open, unknown or a date by itself, so `/..` and `../` are dates.
///   Its dates may be seasons, long or negative years.
/// - An interval, or a range in a set, is reversed where its first date is certainly after its
///   last, and seasons of one year by their numbers. A mark widens no bound.
/// - Digits not known mean the days that the calendar has: `190X-02-29` is 1904 or 1908.
/// - One of a set is a point, bounded by its earliest and latest member, whatever lies between.
///   All of a set is a span from the first to the last member, for each of them happened.
public struct EDTFDate: Sendable {
    /// The date as entered, byte for byte; always ASCII.
    public let text: String

    let form: EDTFForm

    /// The date that `text` spells.
    ///
    /// - Throws: what is wrong, the byte where it is wrong, and how to write it.
    public init(_ text: String) throws(EDTFFault) {
        var reader = EDTFReader(text)
        form = try reader.date()
        self.text = text
    }

    /// A date whose text was read before.
    init(text: String, form: EDTFForm) {
        (self.text, self.form) = (text, form)
    }

    /// Whether a date is one moment or lasts.
    public enum Kind: String, Hashable, Sendable {
        /// One moment, perhaps known only to lie in a window.
        case point
        /// An interval `a/b`, or all of a set: `{a,b}`.
        case span
    }

    /// A point, or a span for `a/b` and `{a,b}`.
    public var kind: Kind {
        switch form {
        case .date, .dateTime: .point
        case .interval: .span
        case .set(let set): set.choice == .all ? .span : .point
        }
    }

    /// Whether any part carries `~` or `%`; that widens no bound.
    public var isApproximate: Bool { form.marks.contains(where: \.isApproximate) }

    /// Whether any part carries `?` or `%`; that widens no bound.
    public var isUncertain: Bool { form.marks.contains(where: \.isUncertain) }
}

extension EDTFDate: Hashable, CustomStringConvertible {
    /// Two dates are equal where their texts are.
    public static func == (left: EDTFDate, right: EDTFDate) -> Bool { left.text == right.text }

    /// Hashes the text.
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }

    /// The date as entered.
    public var description: String { text }
}
