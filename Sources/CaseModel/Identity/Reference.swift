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

/// A slug that must name something registered.
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
