public import CaseModel

/// How a case stands: what is in force, who controls what, who holds which role, what is disputed.
///
/// Folded in order of time, not of recording: a happening that is learnt of late takes its place
/// among the others.
public struct CaseState: Hashable, Sendable {
    /// The case.
    public let slug: Slug
    /// What people call it; nil where it was never opened.
    public private(set) var title: String?
    /// Whether it is followed.
    public private(set) var isOpen = true
    /// The measures that the case tells of, by slug.
    public private(set) var measures: [Measure] = []
    /// Who controls what, in order of asset and time.
    public private(set) var controls: [Control] = []
    /// Who holds which role, in order of person, organisation and role.
    public private(set) var roles: [HeldRole] = []
    /// Who is on which list, in order of list and party.
    public private(set) var listings: [Listing] = []
    /// Who is said to own what, in order of asset and time.
    public private(set) var ownership: [OwnershipClaim] = []
    /// What is denied or doubted, in order of recording.
    public private(set) var disputes: [OpenDispute] = []
    /// The events of which the clocks asked cannot certainly say that they were so, or that what
    /// they set still was so.
    public private(set) var uncertain: Set<EventReference> = []
    /// The last dated happening, or the last recorded one where none is dated.
    public private(set) var lastEvent: EventReference?

    /// The state that the events of one case's stream make.
    ///
    /// - Parameters:
    ///   - slug: the case.
    ///   - events: its whole stream, as it stands, in order of position.
    ///   - asOf: the day for which it is asked; with it, a measure is in force from its day of
    ///     effect on, without it no day has come.
    public init(of slug: Slug, _ events: [EffectiveEvent], asOf: EDTFDate? = nil) {
        self.init(of: slug, events, Evidence(events), asOf: asOf)
    }

    /// The state that events make of which is known already what is said of them.
    init(
        of slug: Slug, _ events: [EffectiveEvent], _ evidence: @autoclosure () -> Evidence,
        asOf: EDTFDate? = nil
    ) {
        self.slug = slug
        uncertain = events.uncertain
        for standing in events where standing.retraction == nil { follow(standing.event) }
        let happenings = events.happenings
        let lives = MeasureLives(happenings, asOf: asOf, doubtful: uncertain)
        measures = lives.measures
        let controls = Controls(happenings, doubtful: uncertain)
        self.controls = controls.current
        uncertain.formUnion(lives.uncertain.union(controls.uncertain))
        roles = HeldRoles(happenings).current
        listings = Listings(happenings).current
        ownership = happenings.compactMap(OwnershipClaim.init).sorted { $0.asset < $1.asset }
        disputes = OpenDispute.all(in: events, evidence())
        lastEvent = (happenings.last { $0.body.occurred != nil } ?? happenings.last)?.reference
    }

    private mutating func follow(_ event: Event) {
        switch event.body.content {
        case .caseOpened(let opened): title = opened.title
        case .caseReopened(let reopened): (title, isOpen) = (reopened.title, true)
        case .caseClosed: isOpen = false
        default: break
        }
    }
}
