/// A short name for one thing: `[a-z0-9]+(-[a-z0-9]+)*`, at most 80 characters.
public struct Slug: Hashable, Sendable {
    /// The name as written.
    public let text: String

    /// Longest slug, in characters.
    public static let maximumLength = 80

    /// The slug that `text` spells; nil where it is no slug.
    public init?(_ text: String) {
        guard Slug.isWellFormed(text.utf8) else { return nil }
        self.text = text
    }

    private static func isWellFormed(_ bytes: String.UTF8View) -> Bool {
        guard (1...maximumLength).contains(bytes.count) else { return false }
        return bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
            .allSatisfy { !$0.isEmpty && $0.allSatisfy(isLowercaseOrDigit) }
    }

    private static func isLowercaseOrDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

extension Slug: Comparable, CustomStringConvertible {
    /// Slugs are ASCII, so the order of their bytes is the order of their characters.
    public static func < (left: Slug, right: Slug) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    /// The name as written.
    public var description: String { text }
}
