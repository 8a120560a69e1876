public import CanonicalJSON

/// How one event names another: `CASE/KEY`, `actor/acme/registered`, an id, or, as input only,
/// `CASE#VERSION`.
public enum EventReference: Hashable, Sendable {
    /// The event with this key in this stream.
    case keyed(StreamName, Slug)
    /// The event with this id.
    case id(EventID)
    /// The event with this version in this stream; recorded as its id.
    case numbered(StreamName, Int64)

    /// The reference that `text` spells; nil where it spells none.
    public init?(_ text: String) {
        if let id = EventID(text) {
            self = .id(id)
        } else if let numbered = EventReference.numbered(text) {
            self = numbered
        } else if let keyed = EventReference.keyed(text) {
            self = keyed
        } else {
            return nil
        }
    }

    private static func keyed(_ text: String) -> EventReference? {
        guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")),
            let key = Slug(String(text[text.utf8.index(after: slash)...])),
            let stream = stream(String(text[..<slash]))
        else { return nil }
        return .keyed(stream, key)
    }

    private static func numbered(_ text: String) -> EventReference? {
        guard let mark = text.utf8.lastIndex(of: UInt8(ascii: "#")) else { return nil }
        let number = text[text.utf8.index(after: mark)...]
        guard number.utf8.first != UInt8(ascii: "+"), let version = Int64(number), version > 0,
            let stream = stream(String(text[..<mark]))
        else { return nil }
        return .numbered(stream, version)
    }

    /// A case's slug alone, or a stream's whole name.
    private static func stream(_ text: String) -> StreamName? {
        Slug(text).map { StreamName(.case, $0) } ?? StreamName(text)
    }
}

extension EventReference {
    /// Whether it names the event by its key: an event that has one is named so in answers.
    package var isKeyed: Bool {
        if case .keyed = self { true } else { false }
    }
}

extension EventReference: TextValue {
    /// `CASE/KEY`.
    public static var formName: String { "EVENT" }
    /// A reference to an event.
    public static var shape: Shape { .reference(.event) }
    /// Names nothing.
    public static var placeholder: EventReference {
        .keyed(StreamName(.case, .placeholder), .placeholder)
    }

    /// Reads a reference; says how one is written.
    public init(spelling text: String) throws(Misspelling) {
        guard let reference = EventReference(text) else {
            throw Misspelling(
                "\(quoted(text)) names no event",
                hint: "write CASE/KEY, actor/SLUG/registered, source/SLUG/captured, or the id")
        }
        self = reference
    }
}

extension EventReference: CustomStringConvertible {
    /// The reference in the short form that people write.
    public var description: String {
        switch self {
        case .keyed(let stream, let key): stream.shortName + "/" + key.text
        case .numbered(let stream, let version): "\(stream.shortName)#\(version)"
        case .id(let id): id.text
        }
    }
}

extension StreamName {
    /// A case by its slug alone, a register by its whole name.
    public var shortName: String { kind == .case ? slug.text : text }
}

/// The slug of an actor, where an event names one.
public struct ActorSlug: SlugReference {
    /// The actor's slug.
    public let slug: Slug

    /// Names an actor.
    public init(_ slug: Slug) { self.slug = slug }
    /// An actor.
    public static var kind: ReferenceKind { .actor }
}

/// The slug of a source, where an event names one.
public struct SourceSlug: SlugReference {
    /// The source's slug.
    public let slug: Slug

    /// Names a source.
    public init(_ slug: Slug) { self.slug = slug }
    /// A source.
    public static var kind: ReferenceKind { .source }
}

/// The slug of a measure, where an event names one; it need not be registered.
public struct MeasureSlug: SlugReference {
    /// The measure's slug.
    public let slug: Slug

    /// Names a measure.
    public init(_ slug: Slug) { self.slug = slug }
    /// A measure.
    public static var kind: ReferenceKind { .measure }
}

/// The slug of a list of parties, where an event names one; it need not be registered.
public struct ListSlug: SlugReference {
    /// The list's slug.
    public let slug: Slug

    /// Names a list.
    public init(_ slug: Slug) { self.slug = slug }
    /// A list.
    public static var kind: ReferenceKind { .list }
}

/// A slug that names something with a stream of its own.
public protocol SlugReference: FieldValue, Hashable, Comparable, CustomStringConvertible {
    /// What kind of thing is named.
    static var kind: ReferenceKind { get }
    /// The name.
    var slug: Slug { get }
    /// Names a thing.
    init(_ slug: Slug)
}

extension SlugReference {
    /// A reference to the kind of thing.
    public static var shape: Shape { .reference(kind) }
    /// Names nothing.
    public static var placeholder: Self { Self(.placeholder) }

    /// Reads the slug; whether the thing is registered is checked where the record is at hand.
    public init?(_ json: JSONView, faults: inout Faults) {
        guard let slug = Slug(json, faults: &faults) else { return nil }
        self.init(slug)
    }

    /// Ordered by the bytes of the slug.
    public static func < (left: Self, right: Self) -> Bool { left.slug < right.slug }

    /// The slug.
    public var description: String { slug.text }
}
