/// The name of a stream: `case/SLUG`, `actor/SLUG`, `source/SLUG`, `measure/SLUG` or `list/SLUG`.
public struct StreamName: Hashable, Sendable {
    /// The kind of thing that a stream is about; the first part of its name.
    public enum Kind: String, CaseIterable, Sendable {
        case `case`, actor, source, measure, list
    }

    /// The kind of thing.
    public let kind: Kind
    /// The thing.
    public let slug: Slug

    /// The stream of one thing.
    public init(_ kind: Kind, _ slug: Slug) {
        self.kind = kind
        self.slug = slug
    }

    /// The stream with this name; nil if it is not a stream name.
    public init?(_ text: String) {
        guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")),
            let kind = Kind(rawValue: String(text[..<slash])),
            let slug = Slug(String(text[text.utf8.index(after: slash)...]))
        else { return nil }
        self.init(kind, slug)
    }

    /// The name as stored: `case/acme-seizure`.
    public var text: String { kind.rawValue + "/" + slug.text }
}

extension StreamName: Comparable, CustomStringConvertible {
    /// Ordered by the bytes of the name.
    public static func < (left: StreamName, right: StreamName) -> Bool {
        (left.kind.rawValue, left.slug) < (right.kind.rawValue, right.slug)
    }

    /// The name as stored.
    public var description: String { text }
}
