public import CaseModel

/// A source, and what rests on it.
public struct SourceUse: Hashable, Sendable {
    /// How many events, claims on fields, and links.
    public struct Tally: Hashable, Sendable {
        /// Whole events.
        public let events: Int
        /// What is said of single fields.
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
    /// Whether it no longer counts.
    public let isWithdrawn: Bool
    /// What rests on it, in order of recording.
    public let rests: [Rest]

    /// How much rests on it.
    public var all: Tally { Tally(rests.map(\.assertion)) }
    /// How much rests on it and on no other, independent one.
    public var alone: Tally { Tally(rests.filter(\.isAlone).map(\.assertion)) }

    /// A source of the registers and what rests on it; nil where it is not among them.
    public init?(_ slug: SourceSlug, _ support: Support, _ registers: Registers) {
        guard let source = registers.sources[slug] else { return nil }
        self.slug = slug
        self.source = source
        isWithdrawn = registers.withdrawn.contains(slug)
        rests = support.rests(on: slug, registers)
    }
}
