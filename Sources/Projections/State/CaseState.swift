public import CaseModel

/// The state of a case: what is in force, who controls what, who holds which role, what is
/// disputed.
///
/// It is folded in order of time, not of recording: a world event that is recorded late is inserted
/// at its own date.
public struct CaseState: Hashable, Sendable {
    /// The case.
    public let slug: Slug
    /// Its title; nil if it was never opened.
    public private(set) var title: String?
    /// Whether it is open.
    public private(set) var isOpen = true
    /// The measures that the case refers to, by slug; their status is determined by all cases
    /// together.
    public private(set) var measures: [Measure] = []
    /// Who controls what, in order of asset and time.
    public private(set) var controls: [Control] = []
    /// Decisions on licences, in order of measure, party and scope.
    public private(set) var licences: [Licence] = []
    /// Its summonses, probes and suits, in order of their subjects.
    public private(set) var inquiries: [Inquiry] = []
    /// Who holds which role, in order of person, organisation and role.
    public private(set) var roles: [HeldRole] = []
    /// Who is on which list, in order of list and party.
    public private(set) var listings: [Listing] = []
    /// Who is said to own what, in order of asset and time.
    public private(set) var ownership: [OwnershipClaim] = []
    /// The denials and doubts, in order of recording.
    public private(set) var disputes: [OpenDispute] = []
    /// The events that are not certain under the requested clocks.
    public private(set) var uncertain: Set<EventReference> = []
    /// The events whose supporting sources were all withdrawn: what they set is shown if nothing
    /// else sets it, and they change nothing.
    public private(set) var unsupported: Set<EventReference> = []
    /// The last dated world event, or the last recorded one if none is dated.
    public private(set) var lastEvent: EventReference?

    /// The state of one case, computed from its stream and from what other cases say about its
    /// measures.
    ///
    /// - Parameters:
    ///   - slug: the case.
    ///   - events: its whole stream, and those of other cases that refer to its measures, as
    ///     effective events in order of position.
    ///   - asOf: the requested day; without one, every date in the record counts as reached.
    ///   - registers: the registered measures and lists.
    ///   - measures: the measures to include; nil for those of the case.
    public init(
        of slug: Slug, _ events: [EffectiveEvent], asOf: EDTFDate? = nil,
        registers: Registers = Registers(), measures: Set<Slug>? = nil
    ) {
        let own = events.filter { $0.event.stream == StreamName(.case, slug) }
        self.init(
            of: slug, own, Evidence(own), beside: own.count == events.count ? nil : events,
            asOf: asOf, registers: registers, measures: measures)
    }

    /// The state of events whose evidence is already known.
    init(
        of slug: Slug, _ own: [EffectiveEvent], _ evidence: @autoclosure () -> Evidence,
        beside all: [EffectiveEvent]? = nil, asOf: EDTFDate? = nil,
        registers: Registers = Registers(), measures: Set<Slug>? = nil
    ) {
        let all = all ?? own
        let told = (measures ?? own.measures, registers)
        if all.contains(where: { $0.isUnsupported && $0.retraction == nil }) {
            self.init(weighing: own, of: slug, evidence(), beside: all, asOf: asOf, told)
        } else {
            self.init(folding: own, of: slug, evidence(), beside: all, asOf: asOf, told)
        }
    }

    /// The state of all events, supported or not.
    private init(
        folding own: [EffectiveEvent], of slug: Slug, _ evidence: @autoclosure () -> Evidence,
        beside all: [EffectiveEvent], asOf: EDTFDate?,
        _ told: (measures: Set<Slug>, registers: Registers)
    ) {
        self.slug = slug
        for standing in own where standing.retraction == nil { follow(standing.event) }
        let happenings = own.happenings
        uncertain = own.uncertain
        let day = DayAsked(asOf: asOf, doubtful: all.uncertain)
        if !told.measures.isEmpty {
            measures =
                MeasureLives(
                    all.happenings, of: told.measures, by: day, registers: told.registers
                ).measures
        }
        controls = Controls(happenings, by: day).current
        licences = Licences(happenings, by: day).current
        inquiries = Inquiries(happenings, by: day).current
        roles = HeldRoles(happenings, by: day).current
        listings = Listings(happenings, by: day, registers: told.registers).current
        ownership = happenings.compactMap { OwnershipClaim($0, by: day) }
            .sorted { $0.asset < $1.asset }
        disputes = OpenDispute.all(in: own, evidence())
        let foretold = Set(own.lazy.filter(\.isForetold).map(\.event.reference))
        let come = happenings.filter { !foretold.contains($0.reference) }
        lastEvent =
            (come.last { $0.body.occurred != nil } ?? come.last ?? happenings.last)?.reference
    }

    /// The state of the supported events, with additional rows that only the others set.
    private init(
        weighing own: [EffectiveEvent], of slug: Slug, _ evidence: Evidence,
        beside events: [EffectiveEvent], asOf: EDTFDate?,
        _ told: (measures: Set<Slug>, registers: Registers)
    ) {
        let unsupported = Set(events.filter(\.isUnsupported).map(\.event.reference))
        let all = CaseState(
            folding: own, of: slug, evidence, beside: events, asOf: asOf, told)
        self.init(
            folding: own.filter { !$0.isUnsupported }, of: slug, evidence,
            beside: events.filter { !$0.isUnsupported }, asOf: asOf, told)
        measures = measures.completed(by: all.measures, unsupported) { $0.slug == $1.slug }
        controls += all.controls.filter { unsupported.contains($0.setBy) }
        controls.sort { $0.asset < $1.asset }
        licences = licences.completed(by: all.licences, unsupported) { $0.isSamePlace(as: $1) }
        inquiries = inquiries.completed(by: all.inquiries, unsupported) {
            $0.subject.utf8.elementsEqual($1.subject.utf8)
        }
        roles = roles.completed(by: all.roles, unsupported) { $0.isSamePlace(as: $1) }
        listings = listings.completed(by: all.listings, unsupported) {
            ($0.list, $0.party) == ($1.list, $1.party)
        }
        (ownership, disputes) = (all.ownership, all.disputes)
        (title, isOpen, lastEvent) = (all.title, all.isOpen, all.lastEvent)
        uncertain.formUnion(all.uncertain.intersection(unsupported))
        self.unsupported = unsupported
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
    /// The measures that the world events among them refer to.
    package var measures: Set<Slug> {
        Set(
            lazy.filter { $0.retraction == nil && $0.event.type.isWorld }
                .compactMap(\.event.measure))
    }
}

extension [Event] {
    /// The events in timeline order.
    var inOrderOfTime: [Event] {
        inOrder { ByTime(date: $0.body.occurred, position: $0.position) }
    }
}

extension HeldRole {
    /// Whether both are roles of the same person in the same organisation.
    fileprivate func isSamePlace(as other: HeldRole) -> Bool {
        (person, organisation) == (other.person, other.organisation)
            && role.utf8.elementsEqual(other.role.utf8)
    }
}

extension Licence {
    /// Whether both have the same party, measure and scope.
    fileprivate func isSamePlace(as other: Licence) -> Bool {
        (party, measure) == (other.party, other.measure)
            && (scope ?? "").utf8.elementsEqual((other.scope ?? "").utf8)
    }
}

extension Array where Element: SetRow {
    /// The rows, with those added that only unsupported events set, in order.
    fileprivate func completed(
        by others: [Element], _ unsupported: Set<EventReference>,
        isSame: (Element, Element) -> Bool
    ) -> [Element] {
        others.compactMap { row in
            first { isSame($0, row) } ?? (unsupported.contains(row.setBy) ? row : nil)
        }
    }
}

/// A row of a state, set by an event.
private protocol SetRow {
    var setBy: EventReference { get }
}

extension Measure: SetRow {}
extension Licence: SetRow {}
extension Inquiry: SetRow {}
extension HeldRole: SetRow {}
extension Listing: SetRow {}
