import CaseModel

/// The lives of measures, folded from happenings in order of time.
struct MeasureLives {
    /// The measures in order of first mention; they are long, so each is changed where it stands.
    private var lives: [Measure] = []
    private var places: [Slug: Int] = [:]
    /// What was last said of enforcement, even before it was said what is enforced.
    private var enforced: [Slug: Bool] = [:]

    var measures: [Measure] {
        places.sorted { $0.key < $1.key }.map { slug, place in
            var measure = lives[place]
            measure.isEnforced = enforced[slug] ?? true
            return measure
        }
    }

    /// The events whose day of effect may have come by then, or not, and those whose measure only
    /// may be enforced as it is said.
    var uncertain: Set<EventReference> {
        pending.union(unsure.compactMap { places[$0].map { lives[$0].setBy } })
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
        places.reserveCapacity(happenings.count)
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
            let term = places[measure].flatMap { lives[$0].term }
            begin(measure, taken.kind, .inForce, until: term, by: event)
        case .measureAmended(let amended):
            enforce(amended, by: event)
        case .measureSuspended(let suspended):
            let place = move(suspended.measure, to: .suspended, by: event)
            lives[place].pause = suspended.until
        case .measureResumed(let resumed):
            move(resumed.measure, to: .inForce, by: event)
        case .measureEnded(let ended):
            let place = move(ended.measure, to: .ended(ended.how), by: event)
            lives[place].term = nil
        default: break
        }
    }

    /// A day of effect that is certainly later than the order makes the measure announced until
    /// then; that the day has come is said only where somebody asks as of a date.
    private mutating func impose(_ imposed: MeasureImposed, by event: Event) {
        let isLater = imposed.effective.flatMap { event.body.occurred?.isBefore($0) } == .yes
        let hasCome = imposed.effective.flatMap { day in asOf.map { day.began(by: $0) } } ?? .no
        let isAnnounced = isLater && hasCome != .yes
        let place = begin(
            imposed.measure, imposed.kind, isAnnounced ? .announced : .inForce,
            until: imposed.until, by: event)
        guard isLater else { return }
        if hasCome == .unknown { pending.insert(event.reference) }
        if hasCome == .yes, lives[place].setBy == event.reference {
            lives[place].since = imposed.effective
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
    @discardableResult
    private mutating func begin(
        _ slug: Slug, _ kind: MeasureKind?, _ status: Measure.Status, until: EDTFDate?,
        by event: Event
    ) -> Int {
        let known = places[slug]
        let place = known ?? place(slug, status, until: until, by: event)
        if known != nil, !lives[place].wouldGoBack(to: status, by: event) {
            lives[place].move(to: status, by: event)
            lives[place].term = until
        }
        lives[place].note(kind, event)
        return place
    }

    @discardableResult
    private mutating func move(_ slug: Slug, to status: Measure.Status, by event: Event) -> Int {
        let place = places[slug] ?? place(slug, status, by: event)
        lives[place].move(to: status, by: event)
        return place
    }

    /// A measure of which nothing else is known begins with what is known: that it was moved.
    private mutating func place(
        _ slug: Slug, _ status: Measure.Status, until: EDTFDate? = nil, by event: Event
    ) -> Int {
        lives.append(
            Measure(
                slug: slug, status: status, since: event.body.occurred, term: until,
                setBy: event.reference))
        places[slug] = lives.count - 1
        return lives.count - 1
    }
}

extension Measure {
    /// Whether a beginning would take the life back although it need not have come later: what is
    /// not known to come after an end does not undo it.
    fileprivate func wouldGoBack(to status: Status, by event: Event) -> Bool {
        guard let occurred = event.body.occurred else { return status.stage <= self.status.stage }
        return status.stage < self.status.stage && since?.isBefore(occurred) != .yes
    }

    fileprivate mutating func move(to status: Status, by event: Event) {
        self.status = status
        since = event.body.occurred
        setBy = event.reference
    }

    /// What an event says of kind, authors and targets.
    fileprivate mutating func note(_ kind: MeasureKind?, _ event: Event) {
        self.kind = kind ?? self.kind
        by = by.union(event.actors(in: .actor))
        on = on.union(event.actors(in: .target))
    }
}

extension Event {
    /// The actors with a role, in the order given.
    func actors(in role: Role) -> [ActorSlug] {
        body.actors.compactMap { $0.role == role ? $0.actor : nil }
    }
}
