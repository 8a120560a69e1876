public import CaseModel

/// Who says something about an event, and where.
public struct Testimony: Hashable, Sendable {
    /// The event that it is about.
    public let event: EventReference
    /// The source.
    public let source: SourceSlug
    /// The claim as it was recorded; nil where only the source is named.
    public let claim: Claim?
    /// Whether the source says so or denies it; a doubt is neither.
    public let stance: Stance?
    /// Who denies it there; nil where the source itself does.
    public let by: ActorSlug?
    /// Whether it was certainly said by the clocks asked.
    public let isCertain: Bool

    /// The passage of the source; nil where no place in it is given.
    var passage: Passage? { (claim?.at).map { Passage(source: source, at: $0) } }
}

/// A place in a source.
struct Passage: Hashable {
    let source: SourceSlug
    let at: String
}

extension Testimony {
    /// What a claim says about an event.
    init(_ said: ValuedClaim, on standing: EffectiveEvent) {
        self.init(
            event: standing.event.reference, source: said.claim.source, claim: said.claim,
            stance: said.claim.stance, by: nil, isCertain: standing.isCertain && said.isCertain)
    }
}

/// What sources that still count say about happenings.
struct Testimonies {
    /// The happenings that count, in order of position.
    let happenings: [EffectiveEvent]
    let evidence: Evidence
    let registers: Registers
    /// The happenings by the names that links have for them.
    let byName: [EventReference: Event]

    init(_ events: [EffectiveEvent], registers: Registers) {
        happenings = events.filter { $0.retraction == nil && $0.event.type.isWorld }
            .sorted { $0.event.position < $1.event.position }
        evidence = Evidence(events)
        self.registers = registers
        byName = Dictionary(happenings.map { ($0.event.reference, $0.event) }) { first, _ in first }
    }

    /// Everything said about an event by a source that was not withdrawn.
    func all(on standing: EffectiveEvent) -> [ValuedClaim] {
        evidence.added.all(on: standing).filter { !registers.withdrawn.contains($0.claim.source) }
    }

    /// Who bears out what an event says of some fields: claims on those or on the whole event; where
    /// there is none, all that bear anything of it out.
    func support(of standing: EffectiveEvent, at paths: Set<String>) -> [Testimony] {
        let own = all(on: standing).filter { said in
            said.claim.stance == nil && (said.value == nil || isOwn(said, on: standing))
        }
        let narrow = own.filter { $0.field == nil || paths.contains($0.field?.path ?? "") }
        return (narrow.isEmpty ? own : narrow).map { Testimony($0, on: standing) }
    }

    /// Whether no source says any more, or yet, what an event tells: all are withdrawn, or only
    /// deny it.
    func isForsaken(_ standing: EffectiveEvent) -> Bool {
        !standing.event.body.claims.isEmpty && support(of: standing, at: []).isEmpty
    }

    private func isOwn(_ said: ValuedClaim, on standing: EffectiveEvent) -> Bool {
        said.value == standing.event.view.value(at: said.field?.path ?? "")
    }
}
