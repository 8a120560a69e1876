public import CaseModel

/// The identity of a link, regardless of who asserts it.
public struct LinkIdentity: Hashable, Sendable {
    /// The later event: the response.
    public let event: EventReference
    /// How it is related to the other.
    public let relation: Relation
    /// How it responds.
    public let mode: Mode?
    /// The earlier event: the cause.
    public let to: EventReference
}

extension LinkIdentity: Comparable {
    /// Ordered by the words: event, relation, mode, cause.
    public static func < (left: LinkIdentity, right: LinkIdentity) -> Bool {
        left.words.lexicographicallyPrecedes(right.words) {
            $0.utf8.lexicographicallyPrecedes($1.utf8)
        }
    }

    private var words: [String] {
        [event.description, relation.rawValue, mode?.rawValue ?? "", to.description]
    }
}

/// A link with all who assert it and all who deny it.
public struct ChainLink: Hashable, Sendable {
    /// What it joins, and how.
    public let identity: LinkIdentity
    /// The strongest basis that any author gives.
    public private(set) var basis: Basis
    /// The lowest likelihood that its authors give on that basis; none if it is temporal.
    public private(set) var likelihood: Likelihood?
    /// Who asserts it, in order of recording.
    public private(set) var assertedBy: [Asserter]
    /// Who denies it, in order of recording.
    public private(set) var disputedBy: [Denial]
    /// The legal labels given to it, in order of recording.
    public private(set) var labels: [LinkLabel]
    /// Whether anyone certainly asserts it under the requested clocks.
    public private(set) var isCertain: Bool

    /// Whether one of the events that it joins was retracted: the link is kept, but joins nothing.
    public let restsOnRetracted: Bool
    /// Whether all asserting sources were withdrawn and no analyst asserts it: it has no weight.
    public private(set) var isUnsupported: Bool

    /// A link that an event states.
    init(
        _ identity: LinkIdentity, _ link: Link, by standing: EffectiveEvent,
        restsOnRetracted: Bool = false
    ) {
        self.identity = identity
        self.restsOnRetracted = restsOnRetracted
        basis = link.basis
        likelihood = link.effectiveLikelihood
        assertedBy = link.assertedBy.uniqued()
        disputedBy = link.disputedBy.map {
            Denial(
                actor: $0.actor, source: $0.source, isCertain: standing.certainly(says: $0.source),
                isWithdrawn: standing.withdrawnSources.contains($0.source))
        }.united()
        labels = link.characterisedAs.map {
            LinkLabel(
                label: $0.label, by: $0.by, source: $0.source,
                isCertain: standing.certainly(says: $0.source),
                isWithdrawn: standing.withdrawnSources.contains($0.source))
        }.united()
        let living = link.assertedBy.filter { !standing.hasWithdrawn($0) }
        isUnsupported = living.isEmpty
        isCertain = (living.isEmpty ? link.assertedBy : living).contains { author in
            guard case .source(let source) = author else { return standing.isCertain }
            return standing.certainly(says: source)
        }
    }

    /// The link merged with another assertion of the same link: it counts once, with the authors of
    /// both.
    ///
    /// A certain assertion takes precedence over an uncertain one, whatever their bases; one that
    /// no source supports any longer comes last.
    func merged(with other: ChainLink) -> ChainLink {
        var merged = rank <= other.rank ? self : other
        if rank == other.rank {
            merged.likelihood = [likelihood, other.likelihood].compactMap(\.self).min()
        }
        merged.isUnsupported = isUnsupported && other.isUnsupported
        merged.assertedBy = (assertedBy + other.assertedBy).uniqued()
        merged.disputedBy = (disputedBy + other.disputedBy).united()
        merged.labels = (labels + other.labels).united()
        return merged
    }

    mutating func deny(_ denial: Denial) {
        disputedBy = (disputedBy + [denial]).united()
    }

    /// Whether it joins two events that count, and still has an author that counts.
    var isLiving: Bool { !restsOnRetracted && !isUnsupported }

    /// Whether it states that the event retaliates for the other; a purely temporal link never
    /// does.
    package var isRetaliation: Bool {
        identity.mode == .retaliatesFor && basis != .temporal && !isUnsupported
    }
}

extension ChainLink {
    private var rank: Int {
        basis.rank + Basis.allCases.count * ((isCertain ? 0 : 1) + (isUnsupported ? 2 : 0))
    }
}

extension EffectiveEvent {
    /// Whether an asserting author is a withdrawn source.
    fileprivate func hasWithdrawn(_ author: Asserter) -> Bool {
        guard case .source(let source) = author else { return false }
        return withdrawnSources.contains(source)
    }

    /// Whether a source certainly makes its statement in this event under the requested clocks.
    func certainly(says source: SourceSlug) -> Bool {
        isCertain && !doubtfulSources.contains(source)
    }
}

extension Basis {
    fileprivate var rank: Int {
        switch self {
        case .explicit: 0
        case .inferred: 1
        case .temporal: 2
        }
    }
}

/// Who denies a link, and where.
public struct Denial: Hashable, Sendable {
    /// Who denies it.
    public let actor: ActorSlug
    /// Where that is said.
    public let source: SourceSlug
    /// Whether that was certainly said under the requested clocks.
    public let isCertain: Bool
    /// Whether the source was withdrawn: it has no weight.
    public let isWithdrawn: Bool
}

/// A legal label for a link, such as "countermeasure".
public struct LinkLabel: Hashable, Sendable {
    /// The label.
    public let label: String
    /// Who gives it.
    public let by: ActorSlug
    /// Where that is said.
    public let source: SourceSlug
    /// Whether that was certainly said under the requested clocks.
    public let isCertain: Bool
    /// Whether the source was withdrawn: it has no weight.
    public let isWithdrawn: Bool
}

/// A statement about a link, certain or only possible under the requested clocks.
protocol LinkVoice: Hashable {
    var isCertain: Bool { get }
    /// The same statement, marked certain.
    var certain: Self { get }
}

extension Denial: LinkVoice {
    var certain: Denial {
        Denial(actor: actor, source: source, isCertain: true, isWithdrawn: isWithdrawn)
    }
}

extension LinkLabel: LinkVoice {
    var certain: LinkLabel {
        LinkLabel(label: label, by: by, source: source, isCertain: true, isWithdrawn: isWithdrawn)
    }
}

extension Array where Element: LinkVoice {
    /// Each statement once, in order of first mention; certain if any of its mentions is.
    func united() -> [Element] {
        guard count > 1 else { return self }
        let certain = Set(filter(\.isCertain))
        return map { certain.contains($0.certain) ? $0.certain : $0 }.uniqued()
    }
}
