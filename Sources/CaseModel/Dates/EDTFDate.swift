/// A date as a source gives it: EDTF (ISO 8601-2:2019 in the profile of loc.gov, 2019-02-04).
///
/// Levels 0 and 1, and of level 2 the sets `[a..b]`, `[..b]`, `[a..]`. What the profile does not
/// define is refused, and the rest of level 2 by name. Where its text leaves room:
/// - A date and time counts by its day as written, whatever its zone, and takes no mark. There is
///   no hour 24 (ISO 8601-1:2019); second 60 is taken only where a leap second may fall.
/// - Negative years take months, days and unspecified digits as others do; `-0000` is no year.
///   A year after `Y` stands alone, and has five to sixteen digits.
/// - Each side of an interval is open, unknown or a date by itself, so `/..` and `../` are dates.
///   Its dates may be seasons, long or negative years, but have no unspecified digits (level 2).
/// - An interval or set is reversed where its first date is certainly after its last, and seasons
///   of one year by their numbers. A mark widens no bound.
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

    /// Whether a date is one moment or lasts.
    public enum Kind: String, Hashable, Sendable {
        /// One moment, perhaps known only to lie in a window.
        case point
        /// An interval `a/b`.
        case span
    }

    /// A point, or a span for `a/b`.
    public var kind: Kind {
        if case .interval = form { return .span }
        return .point
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
