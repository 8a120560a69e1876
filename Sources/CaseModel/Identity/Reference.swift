public import CanonicalJSON

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
