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
    /// The measures that the case tells of, by slug; how they stand, all cases say together.
    public private(set) var measures: [Measure] = []
    /// Who controls what, in order of asset and time.
    public private(set) var controls: [Control] = []
    /// What was decided of licences, in order of measure, party and scope.
    public private(set) var licences: [Licence] = []
    /// Who holds which role, in order of person, organisation and role.
    public private(set) var roles: [HeldRole] = []
    /// Who is on which list, in order of list and party.
    public private(set) var listings: [Listing] = []
    /// Who is said to own what, in order of asset and time.
    public private(set) var ownership: [OwnershipClaim] = []
    /// What is denied or doubted, in order of recording.
    public private(set) var disputes: [OpenDispute] = []
    /// The events of which the clocks asked cannot certainly say that they were so.
    public private(set) var uncertain: Set<EventReference> = []
    /// The last dated happening, or the last recorded one where none is dated.
    public private(set) var lastEvent: EventReference?

    /// The state that the events of one case's stream make, with what other cases say of its
    /// measures.
    ///
    /// - Parameters:
    ///   - slug: the case.
    ///   - events: its whole stream, and those of other cases that speak of its measures, as they
    ///     stand, in order of position.
    ///   - asOf: the day for which it is asked; without it every date in the record has come.
    ///   - registers: where its measures and lists are registered.
    ///   - measures: the measures to tell of; nil for those of the case.
    public init(
        of slug: Slug, _ events: [EffectiveEvent], asOf: EDTFDate? = nil,
        registers: Registers = Registers(), measures: Set<Slug>? = nil
    ) {
        let own = events.filter { $0.event.stream == StreamName(.case, slug) }
        self.init(
            of: slug, own, Evidence(own), beside: own.count == events.count ? nil : events,
            asOf: asOf, registers: registers, measures: measures)
    }

    /// The state that events make of which is known already what is said of them.
    init(
        of slug: Slug, _ own: [EffectiveEvent], _ evidence: @autoclosure () -> Evidence,
        beside all: [EffectiveEvent]? = nil, asOf: EDTFDate? = nil,
        registers: Registers = Registers(), measures: Set<Slug>? = nil
    ) {
        self.slug = slug
        for standing in own where standing.retraction == nil { follow(standing.event) }
        let happenings = own.happenings
        uncertain = own.uncertain
        let day = DayAsked(asOf: asOf, doubtful: all?.uncertain ?? uncertain)
        let told = measures ?? own.measures
        self.measures =
            told.isEmpty
            ? []
            : MeasureLives(
                all?.happenings ?? happenings, of: told, by: day, registers: registers
            ).measures
        controls = Controls(happenings, by: day).current
        licences = Licences(happenings, by: day).current
        roles = HeldRoles(happenings, by: day).current
        listings = Listings(happenings, by: day, registers: registers).current
        ownership = happenings.compactMap { OwnershipClaim($0, by: day) }
            .sorted { $0.asset < $1.asset }
        disputes = OpenDispute.all(in: own, evidence())
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

extension [EffectiveEvent] {
    /// The measures that the happenings among them say something of.
    package var measures: Set<Slug> {
        Set(
            lazy.filter { $0.retraction == nil && $0.event.type.isWorld }
                .compactMap(\.event.measure))
    }
}

extension [Event] {
    /// The events in the order of a timeline.
    var inOrderOfTime: [Event] {
        inOrder { ByTime(date: $0.body.occurred, position: $0.position) }
    }
}
