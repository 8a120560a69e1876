import CaseModel

/// The lives of measures, folded from happenings in order of time.
struct MeasureLives {
    private var lives: [Slug: Measure] = [:]

    var measures: [Measure] { lives.values.sorted { $0.slug < $1.slug } }

    init(_ happenings: [Event]) {
        happenings.forEach { apply($0) }
    }

    private mutating func apply(_ event: Event) {
        switch event.body.content {
        case .measureAnnounced(let announced):
            let status: Measure.Status = announced.stage == .proposed ? .proposed : .announced
            begin(announced.measure, announced.kind, status, until: nil, by: event)
        case .measureImposed(let imposed):
            begin(
                imposed.measure, imposed.kind, status(of: imposed, event), until: imposed.until,
                by: event)
        case .controlTaken(let taken):
            if let measure = taken.measure {
                begin(measure, taken.kind, .inForce, until: nil, by: event)
            }
        case .measureAmended(let amended):
            guard let enforced = amended.enforced else { break }
            lives[amended.measure]?.isEnforced = enforced
        case .measureSuspended(let suspended):
            move(suspended.measure, to: .suspended, until: suspended.until, by: event)
        case .measureResumed(let resumed):
            move(resumed.measure, to: .inForce, until: nil, by: event)
        case .measureEnded(let ended):
            move(ended.measure, to: .ended(ended.how), until: nil, by: event)
        default: break
        }
    }

    /// A day of effect that is certainly later than the order makes the measure announced till then.
    private func status(of imposed: MeasureImposed, _ event: Event) -> Measure.Status {
        guard let effective = imposed.effective, let occurred = event.body.occurred else {
            return .inForce
        }
        return occurred.isBefore(effective) == .yes ? .announced : .inForce
    }

    /// A measure comes into being, or from plan into force.
    private mutating func begin(
        _ slug: Slug, _ kind: MeasureKind?, _ status: Measure.Status, until: EDTFDate?,
        by event: Event
    ) {
        var measure = move(slug, to: status, until: until, by: event)
        measure.kind = kind ?? measure.kind
        measure.by = (measure.by + event.actors(in: .actor)).uniqued()
        measure.on = (measure.on + event.actors(in: .target)).uniqued()
        lives[slug] = measure
    }

    /// A measure of which nothing else is known begins with what is known: that it was moved.
    @discardableResult
    private mutating func move(
        _ slug: Slug, to status: Measure.Status, until: EDTFDate?, by event: Event
    ) -> Measure {
        var measure = lives[slug] ?? Measure(slug: slug, status: status, setBy: event.reference)
        measure.status = status
        measure.since = event.body.occurred
        measure.until = until
        measure.setBy = event.reference
        lives[slug] = measure
        return measure
    }
}

extension Event {
    /// The actors with a role, in the order given.
    func actors(in role: Role) -> [ActorSlug] {
        body.actors.filter { $0.role == role }.map(\.actor)
    }
}
