/// A short name for one thing: `[a-z0-9]+(-[a-z0-9]+)*`, at most 80 characters.
///
/// `case`, `actor` and `source` are reserved, so that `actor/acme/registered` can only be a
/// register.
public struct Slug: Hashable, Sendable {
    /// The name as written.
    public let text: String

    /// The maximum length of a slug, in characters.
    public static let maximumLength = 80

    /// The slug written as `text`; nil if it is not one.
    public init?(_ text: String) {
        guard Slug.isWellFormed(text.utf8), !Slug.isReserved(text) else { return nil }
        self.text = text
    }

    private init(unchecked text: String) { self.text = text }

    /// A placeholder for a slug that could not be read.
    public static var placeholder: Slug { Slug(unchecked: "placeholder") }

    /// A regular expression (ECMA-262) of a slug within a longer text.
    static let expression =
        "(?=[a-z0-9-]{1,\(maximumLength)}(?![a-z0-9-]))"
        + "(?!(case|actor|source)(?![a-z0-9-]))[a-z0-9]+(-[a-z0-9]+)*"

    private static func isWellFormed(_ bytes: String.UTF8View) -> Bool {
        guard (1...maximumLength).contains(bytes.count) else { return false }
        var mayPart = false
        for byte in bytes {
            guard isLowercaseOrDigit(byte) || mayPart && byte == UInt8(ascii: "-") else {
                return false
            }
            mayPart = byte != UInt8(ascii: "-")
        }
        return mayPart
    }

    /// `measure` and `list` were added later: a log may contain cases and keys with these names,
    /// and `measure/ban/registered` has three parts where a reference by key has two.
    private static func isReserved(_ text: String) -> Bool {
        ["case", "actor", "source"].contains(text)
    }

    private static func isLowercaseOrDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

extension Slug: Comparable, CustomStringConvertible {
    /// Slugs are ASCII, so the order of their texts is the order of their bytes.
    public static func < (left: Slug, right: Slug) -> Bool { left.text < right.text }

    /// The name as written.
    public var description: String { text }
}

extension Slug: TextValue {
    /// `SLUG`.
    public static var form: TextForm {
        TextForm(name: "SLUG", pattern: "^\(expression)$", resembles: .name)
    }

    /// Parses a slug; the error explains which characters are allowed.
    public init(spelling text: String) throws(Misspelling) {
        guard let slug = Slug(text) else {
            throw Misspelling(
                "\(quoted(text)) is not a slug",
                hint: "small letters, digits and single hyphens, at most 80 characters")
        }
        self = slug
    }
}
