public import CaseModel

/// A statement about an event, with its source and place.
public struct Testimony: Hashable, Sendable {
    /// The event that it is about.
    public let event: EventReference
    /// The source.
    public let source: SourceSlug
    /// The claim as it was recorded; nil if only the source is named.
    public let claim: Claim?
    /// Whether the source states or denies it; doubts are not included.
    public let stance: Stance?
    /// Who denies it there; nil if the source itself does.
    public let by: ActorSlug?
    /// Whether it was certainly said under the requested clocks.
    public let isCertain: Bool

    /// The passage of the source; nil if no place is given.
    var passage: Passage? { (claim?.at).map { Passage(source: source, at: $0) } }
}

/// A place in a source.
struct Passage: Hashable {
    let source: SourceSlug
    let at: String
}

extension Testimony {
    /// The statement of a claim about an event.
    init(_ said: ValuedClaim, on standing: EffectiveEvent) {
        self.init(
            event: standing.event.reference, source: said.claim.source, claim: said.claim,
            stance: said.claim.stance, by: nil, isCertain: standing.isCertain && said.isCertain)
    }
}

/// What sources that were not withdrawn say about world events.
struct Testimonies {
    /// The world events that count, in order of position.
    let happenings: [EffectiveEvent]
    let evidence: Evidence
    let registers: Registers
    /// The world events by the names that links use.
    let byName: [EventReference: Event]

    init(_ events: [EffectiveEvent], registers: Registers) {
        happenings = events.filter { $0.retraction == nil && $0.event.type.isWorld }
            .sorted { $0.event.position < $1.event.position }
        evidence = Evidence(events)
        self.registers = registers
        byName = Dictionary(happenings.map { ($0.event.reference, $0.event) }) { first, _ in first }
    }

    /// Everything that sources say about an event, except withdrawn ones.
    func all(on standing: EffectiveEvent) -> [ValuedClaim] {
        evidence.added.all(on: standing).filter { !registers.withdrawn.contains($0.claim.source) }
    }

    /// The support for an event in the given fields: claims on those or on the whole event; if
    /// there are none, all supporting claims.
    func support(of standing: EffectiveEvent, at paths: Set<String>) -> [Testimony] {
        let own = all(on: standing).filter { said in
            said.claim.stance == nil && (said.value == nil || isOwn(said, on: standing))
        }
        let narrow = own.filter { $0.field == nil || paths.contains($0.field?.path ?? "") }
        return (narrow.isEmpty ? own : narrow).map { Testimony($0, on: standing) }
    }

    /// Whether no source supports an event: all are withdrawn or not yet published, or only deny
    /// it.
    func isForsaken(_ standing: EffectiveEvent) -> Bool {
        !standing.event.body.claims.isEmpty && support(of: standing, at: []).isEmpty
    }

    private func isOwn(_ said: ValuedClaim, on standing: EffectiveEvent) -> Bool {
        said.value == standing.event.view.value(at: said.field?.path ?? "")
    }
}
