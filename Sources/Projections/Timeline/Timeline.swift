public import CaseModel

/// What happened in some cases, in order of time.
public struct Timeline: Hashable, Sendable {
    /// The happenings: by earliest day, latest day, position; undated ones last.
    public let entries: [TimelineEntry]

    init(entries: [TimelineEntry]) { self.entries = entries }

    /// The timeline of whole case streams.
    ///
    /// - Parameters:
    ///   - events: of the cases, as they stand, in order of position.
    ///   - registers: the actors and sources that they name.
    ///   - includesRetracted: whether to keep what was retracted, marked so.
    public init(
        _ events: [EffectiveEvent], registers: Registers, includesRetracted: Bool = false
    ) {
        self.init(
            events, Evidence(events), registers: registers, includesRetracted: includesRetracted)
    }

    /// The timeline of events of which is known already what is said of them.
    init(
        _ events: [EffectiveEvent], _ evidence: Evidence, registers: Registers,
        includesRetracted: Bool = false
    ) {
        entries =
            events
            .filter { $0.event.type.isWorld && (includesRetracted || $0.retraction == nil) }
            .inOrder { ByTime(date: $0.event.body.occurred, position: $0.event.position) }
            .map { TimelineEntry($0, evidence, registers: registers) }
    }
}

/// One happening, with what supports it.
public struct TimelineEntry: Hashable, Sendable {
    /// The event, as corrected.
    public let event: Event
    /// The sources that say something about it, those of its corrections last, in order of first
    /// mention.
    public let sources: [SourceSlug]
    /// When the earliest of those that tell of it was published; nil where none is dated.
    public let published: EDTFDate?
    /// How well it stands.
    public let status: ClaimStatus
    /// The links that stand on it.
    public let links: [ChainLink]
    /// Who denies, doubts or contradicts it, and how.
    public let dissent: [ValuedClaim]
    /// Whether it certainly was so by the clocks asked.
    public let isCertain: Bool

    /// When it happened; nil where no source dates it.
    public var occurred: EDTFDate? { event.body.occurred }

    init(_ standing: EffectiveEvent, _ evidence: Evidence, registers: Registers) {
        event = standing.event
        isCertain = standing.isCertain
        let said = evidence.added.all(on: standing)
        let claims = said.map(\.claim)
        dissent = evidence.added.dissent(on: standing, of: said)
        let told = claims + standing.corrections.flatMap(\.body.claims)
        sources = told.map(\.source).uniqued()
        published = registers.earliestPublication(of: told.telling.map(\.source).uniqued())
        links = evidence.links.links(from: standing.event.reference)
        status = ClaimStatus(
            standing, claims: claims, isDisputed: !dissent.isEmpty, registers: registers)
    }
}
