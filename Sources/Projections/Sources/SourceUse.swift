public import CaseModel

/// A source, and what depends on it.
public struct SourceUse: Hashable, Sendable {
    /// Counts of events, claims on fields, and links.
    public struct Tally: Hashable, Sendable {
        /// Whole events.
        public let events: Int
        /// Claims on single fields.
        public let claims: Int
        /// Links.
        public let links: Int

        init(_ assertions: [Assertion]) {
            events = assertions.count { $0.what == .event }
            links = assertions.count { if case .link = $0.what { true } else { false } }
            claims = assertions.count - events - links
        }
    }

    /// Its name.
    public let slug: SourceSlug
    /// What it is.
    public let source: SourceCaptured
    /// Whether it was withdrawn.
    public let isWithdrawn: Bool
    /// What depends on it, in order of recording.
    public let rests: [Rest]

    /// The counts of everything that depends on it.
    public var all: Tally { Tally(rests.map(\.assertion)) }
    /// The counts of what depends on it and on no other, independent source.
    public var alone: Tally { Tally(rests.filter(\.isAlone).map(\.assertion)) }

    /// A registered source and what depends on it; nil if it is not registered.
    public init?(_ slug: SourceSlug, _ support: Support, _ registers: Registers) {
        guard let source = registers.sources[slug] else { return nil }
        self.slug = slug
        self.source = source
        isWithdrawn = registers.withdrawn.contains(slug)
        rests = support.rests(on: slug, registers)
    }
}
