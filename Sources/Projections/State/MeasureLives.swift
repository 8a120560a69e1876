import CaseModel

/// The lives of measures, folded from happenings in order of time.
struct MeasureLives {
    private var lives: [Slug: Measure] = [:]
    /// What was last said of enforcement, even before it was said what is enforced.
    private var enforced: [Slug: Bool] = [:]

    var measures: [Measure] {
        lives.values.sorted { $0.slug < $1.slug }.map { measure in
            var measure = measure
            measure.isEnforced = enforced[measure.slug] ?? true
            return measure
        }
    }

    /// The events whose day of effect may have come by then, or not, and those whose measure only
    /// may be enforced as it is said.
    var uncertain: Set<EventReference> {
        pending.union(unsure.compactMap { lives[$0]?.setBy })
    }

    /// The events whose day of effect may have come, or not.
    private var pending: Set<EventReference> = []
    /// The measures of which only a doubtful event says whether they are enforced.
    private var unsure: Set<Slug> = []
    private let asOf: EDTFDate?
    private let doubtful: Set<EventReference>

    /// The lives as of a day; what happenings that only may have been say is doubtful.
    init(
        _ happenings: [Event], asOf: EDTFDate? = nil, doubtful: Set<EventReference> = []
    ) {
        self.asOf = asOf
        self.doubtful = doubtful
        happenings.forEach { apply($0) }
    }

    private mutating func apply(_ event: Event) {
        switch event.body.content {
        case .measureAnnounced(let announced):
            let status: Measure.Status = announced.stage == .proposed ? .proposed : .announced
            begin(announced.measure, announced.kind, status, until: nil, by: event)
        case .measureImposed(let imposed):
            impose(imposed, by: event)
        case .controlTaken(let taken):
            guard let measure = taken.measure else { break }
            begin(measure, taken.kind, .inForce, until: lives[measure]?.term, by: event)
        case .measureAmended(let amended):
            enforce(amended, by: event)
        case .measureSuspended(let suspended):
            move(suspended.measure, to: .suspended, by: event)
            lives[suspended.measure]?.pause = suspended.until
        case .measureResumed(let resumed):
            move(resumed.measure, to: .inForce, by: event)
        case .measureEnded(let ended):
            move(ended.measure, to: .ended(ended.how), by: event)
            lives[ended.measure]?.term = nil
        default: break
        }
    }

    /// A day of effect that is certainly later than the order makes the measure announced until
    /// then; that the day has come is said only where somebody asks as of a date.
    private mutating func impose(_ imposed: MeasureImposed, by event: Event) {
        let isLater = imposed.effective.flatMap { event.body.occurred?.isBefore($0) } == .yes
        let hasCome = imposed.effective.flatMap { day in asOf.map { day.began(by: $0) } } ?? .no
        let isAnnounced = isLater && hasCome != .yes
        begin(
            imposed.measure, imposed.kind, isAnnounced ? .announced : .inForce,
            until: imposed.until, by: event)
        guard isLater else { return }
        if hasCome == .unknown { pending.insert(event.reference) }
        if hasCome == .yes, lives[imposed.measure]?.setBy == event.reference {
            lives[imposed.measure]?.since = imposed.effective
        }
    }

    private mutating func enforce(_ amended: MeasureAmended, by event: Event) {
        guard let isEnforced = amended.enforced else { return }
        enforced[amended.measure] = isEnforced
        if doubtful.contains(event.reference) {
            unsure.insert(amended.measure)
        } else {
            unsure.remove(amended.measure)
        }
    }

    /// A measure comes into being, or from plan into force.
    private mutating func begin(
        _ slug: Slug, _ kind: MeasureKind?, _ status: Measure.Status, until: EDTFDate?,
        by event: Event
    ) {
        if lives[slug]?.wouldGoBack(to: status, by: event) != true {
            move(slug, to: status, by: event)
            lives[slug]?.term = until
        }
        lives[slug]?.note(kind, event)
    }

    /// A measure of which nothing else is known begins with what is known: that it was moved.
    private mutating func move(_ slug: Slug, to status: Measure.Status, by event: Event) {
        var measure = lives[slug] ?? Measure(slug: slug, status: status, setBy: event.reference)
        measure.status = status
        measure.since = event.body.occurred
        measure.setBy = event.reference
        lives[slug] = measure
    }
}

extension Measure {
    /// Whether a beginning would take the life back although it need not have come later: what is
    /// not known to come after an end does not undo it.
    fileprivate func wouldGoBack(to status: Status, by event: Event) -> Bool {
        guard let occurred = event.body.occurred else { return status.stage <= self.status.stage }
        return status.stage < self.status.stage && since?.isBefore(occurred) != .yes
    }

    /// What an event says of kind, authors and targets.
    fileprivate mutating func note(_ kind: MeasureKind?, _ event: Event) {
        self.kind = kind ?? self.kind
        by = (by + event.actors(in: .actor)).uniqued()
        on = (on + event.actors(in: .target)).uniqued()
    }
}

extension Event {
    /// The actors with a role, in the order given.
    func actors(in role: Role) -> [ActorSlug] {
        body.actors.filter { $0.role == role }.map(\.actor)
    }
}
