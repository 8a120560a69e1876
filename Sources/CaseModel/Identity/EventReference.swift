public import CanonicalJSON

/// A reference to an event: `CASE/KEY`, `actor/acme/registered`, an id, or, in input only,
/// `CASE#VERSION`.
public enum EventReference: Hashable, Sendable {
    /// The event with this key in this stream.
    case keyed(StreamName, Slug)
    /// The event with this id.
    case id(EventID)
    /// The event with this version in this stream; it is recorded as its id.
    case numbered(StreamName, Int64)

    /// The reference written as `text`; nil if it is not one.
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

    /// The slug of a case, or the full name of a stream.
    private static func stream(_ text: String) -> StreamName? {
        Slug(text).map { StreamName(.case, $0) } ?? StreamName(text)
    }
}

extension EventReference {
    /// Whether it refers to the event by key; answers use the key of an event that has one.
    package var isKeyed: Bool {
        if case .keyed = self { true } else { false }
    }
}

extension EventReference: TextValue {
    /// `CASE/KEY`.
    public static var form: TextForm {
        let kinds = StreamName.Kind.allCases.map(\.rawValue).joined(separator: "|")
        let keyed = "((\(kinds))/)?\(Slug.expression)(/\(Slug.expression)|#0*[1-9][0-9]{0,17})"
        return TextForm(name: "EVENT", pattern: "^(\(EventID.expression)|\(keyed))$")
    }
    /// A reference to an event.
    public static var shape: Shape { .reference(.event) }
    /// A placeholder that refers to nothing.
    public static var placeholder: EventReference {
        .keyed(StreamName(.case, .placeholder), .placeholder)
    }

    /// Parses a reference; the error explains the syntax.
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
    /// The short form that people write.
    public var description: String {
        switch self {
        case .keyed(let stream, let key): stream.shortName + "/" + key.text
        case .numbered(let stream, let version): "\(stream.shortName)#\(version)"
        case .id(let id): id.text
        }
    }
}

extension StreamName {
    /// The slug for a case, the full name for a register.
    public var shortName: String { kind == .case ? slug.text : text }
}

/// The slug of an actor, used as a reference.
public struct ActorSlug: SlugReference {
    /// The actor's slug.
    public let slug: Slug

    /// A reference to an actor.
    public init(_ slug: Slug) { self.slug = slug }
    /// An actor.
    public static var kind: ReferenceKind { .actor }
}

/// The slug of a source, used as a reference.
public struct SourceSlug: SlugReference {
    /// The source's slug.
    public let slug: Slug

    /// A reference to a source.
    public init(_ slug: Slug) { self.slug = slug }
    /// A source.
    public static var kind: ReferenceKind { .source }
}

/// The slug of a measure, used as a reference; the measure need not be registered.
public struct MeasureSlug: SlugReference {
    /// The measure's slug.
    public let slug: Slug

    /// A reference to a measure.
    public init(_ slug: Slug) { self.slug = slug }
    /// A measure.
    public static var kind: ReferenceKind { .measure }
}

/// The slug of a list of parties, used as a reference; the list need not be registered.
public struct ListSlug: SlugReference {
    /// The list's slug.
    public let slug: Slug

    /// A reference to a list.
    public init(_ slug: Slug) { self.slug = slug }
    /// A list.
    public static var kind: ReferenceKind { .list }
}

/// A slug that refers to something with its own stream.
public protocol SlugReference: FieldValue, Hashable, Comparable, CustomStringConvertible {
    /// The kind of thing that it refers to.
    static var kind: ReferenceKind { get }
    /// The slug.
    var slug: Slug { get }
    /// A reference to a thing.
    init(_ slug: Slug)
}

extension SlugReference {
    /// A reference to the kind of thing.
    public static var shape: Shape { .reference(kind) }
    /// A placeholder that refers to nothing.
    public static var placeholder: Self { Self(.placeholder) }

    /// Reads the slug; whether the thing is registered is checked against the record.
    public init?(_ json: JSONView, faults: inout Faults) {
        guard let slug = Slug(json, faults: &faults) else { return nil }
        self.init(slug)
    }

    /// Ordered by the bytes of the slug.
    public static func < (left: Self, right: Self) -> Bool { left.slug < right.slug }

    /// The slug.
    public var description: String { slug.text }
}
