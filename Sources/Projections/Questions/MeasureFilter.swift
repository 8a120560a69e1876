public import CaseModel

/// Which measures a question is about; a condition that is not set excludes none.
public struct MeasureFilter: Hashable, Sendable {
    /// Only measures that are in force, or may be, on the requested day.
    public var isInForce = false
    /// Only measures that one of these imposed, or whose jurisdiction it is.
    public var by: [Party] = []
    /// Only measures aimed at one of these.
    public var against: [Party] = []
    /// Only measures of one of these kinds.
    public var kinds: [MeasureKind] = []
    /// Only measures whose registered scope overlaps one of these codes.
    public var scopes: [ScopeQuery] = []
    /// Only measures that this case refers to.
    public var `case`: Slug?
    /// Only measures that carry this tag, or that an event or a case with this tag refers to.
    public var tag: Slug?

    /// Every measure.
    public init() {}

    /// Whether it has a condition other than a tag.
    public var isNarrow: Bool {
        var untagged = self
        untagged.tag = nil
        return untagged != MeasureFilter()
    }

    /// The streams of the case and the actors that it names, which must exist.
    public var streams: [StreamName] {
        let actors = (by + against).compactMap { party in
            if case .actor(let actor) = party { StreamName(.actor, actor.slug) } else { nil }
        }
        return actors + [`case`.map { StreamName(.case, $0) }].compactMap(\.self)
    }

    /// Whether a measure is asked for.
    public func includes(_ measure: KnownMeasure, _ registers: Registers, _ tags: Tags) -> Bool {
        mayBeInForce(measure) && parties(by, measure.authors, registers)
            && parties(against, measure.life?.on ?? [], registers)
            && (kinds.isEmpty || measure.kind.map(kinds.contains) ?? false)
            && (scopes.isEmpty || scopes.contains { $0.overlaps(measure.register?.scope ?? []) })
            && (`case`.map(measure.cases.contains) ?? true)
            && (tag.map { tags.has($0, measure) } ?? true)
    }

    private func mayBeInForce(_ measure: KnownMeasure) -> Bool {
        guard isInForce else { return true }
        guard let life = measure.life else { return false }
        return life.status == .inForce || life.perhaps.contains { $0.status == "in_force" }
    }

    private func parties(
        _ asked: [Party], _ actors: [ActorSlug], _ registers: Registers
    ) -> Bool {
        asked.isEmpty
            || actors.contains { actor in asked.contains { $0.means(actor, registers) } }
    }
}

extension KnownMeasure {
    /// Its kind; nil if neither an event nor its register states one.
    public var kind: MeasureKind? { life?.kind ?? register?.kind }

    /// Who imposed it, and whose jurisdiction it belongs to.
    var authors: [ActorSlug] {
        (life?.by ?? []) + [life?.jurisdiction ?? register?.jurisdiction].compactMap(\.self)
    }
}

extension Tags {
    /// Whether a measure carries a tag, or an event or a case that refers to it does.
    func has(_ tag: Slug, _ measure: KnownMeasure) -> Bool {
        has(tag, StreamName(.measure, measure.slug))
            || measure.cases.contains { has(tag, StreamName(.case, $0)) }
            || measure.events.contains { has(tag, $0) }
    }
}
