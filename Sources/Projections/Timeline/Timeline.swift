public import CaseModel

/// The world events of some cases, in order of time.
public struct Timeline: Hashable, Sendable {
    /// The world events: by earliest day, latest day, time of day and position; undated ones last.
    public let entries: [TimelineEntry]

    init(entries: [TimelineEntry]) { self.entries = entries }

    /// The timeline of whole case streams.
    ///
    /// - Parameters:
    ///   - events: effective events of the cases, in order of position.
    ///   - registers: the actors and sources that they refer to.
    ///   - includesRetracted: whether to include retracted events, marked as such.
    public init(
        _ events: [EffectiveEvent], registers: Registers, includesRetracted: Bool = false
    ) {
        self.init(
            events, Evidence(events), registers: registers, includesRetracted: includesRetracted)
    }

    /// The timeline of events whose evidence is already known.
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

/// A world event, with its support.
public struct TimelineEntry: Hashable, Sendable {
    /// The event with its corrections applied.
    public let event: Event
    /// The sources on it in order of first mention, with those of its corrections last.
    public let sources: [SourceSlug]
    /// The publication date of the earliest source that reports it; nil if all are undated.
    public let published: EDTFDate?
    /// The status of the claims on it.
    public let status: ClaimStatus
    /// Its links.
    public let links: [ChainLink]
    /// The claims that deny, doubt or contradict it.
    public let dissent: [ValuedClaim]
    /// Whether it is certain under the requested clocks.
    public let isCertain: Bool

    /// When it happened; nil if no source dates it.
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
