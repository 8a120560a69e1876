import CaseModel

/// The lives of measures, folded from the happenings of every case that speaks of them.
struct MeasureLives {
    /// The measures in order of their slugs.
    let measures: [Measure]

    /// The lives by a day.
    ///
    /// - Parameters:
    ///   - happenings: of all cases that speak of the measures.
    ///   - slugs: the measures that are asked for; nil for all.
    ///   - day: the day asked.
    ///   - registers: where measures are registered.
    init(
        _ happenings: [Event], of slugs: Set<Slug>? = nil, by day: DayAsked,
        registers: Registers = Registers()
    ) {
        let changes = (day.changes(happenings) + day.emptiedOrders(happenings))
            .filter { slugs?.contains($0.measure) ?? true }
        measures = Dictionary(grouping: changes, by: \.measure)
            .compactMap { slug, changes in
                Measure(slug, changes.map(\.change), by: day, registers.measures[slug])
            }.sorted { $0.slug < $1.slug }
    }
}

extension Measure {
    fileprivate init?(
        _ slug: Slug, _ changes: [DatedChange<MeasureEffect>], by day: DayAsked,
        _ register: MeasureRegistered?
    ) {
        guard var measure = Measure(folding: changes) else { return nil }
        measure.register = register
        measure.amendments = changes.inOrder(of: \.order).compactMap { change in
            guard case .amended(let amended) = change.effect else { return nil }
            return Amendment(
                event: change.event.reference, occurred: change.event.body.occurred,
                said: amended, isCertain: change.isCertain)
        }
        measure.hasUntilPassed = day.hasPassed(measure.until)
        measure.hasEnforcedUntilPassed = day.hasPassed(measure.enforcedUntil)
        self = measure
    }
}

extension DatedChange<MeasureEffect> {
    /// The measure that it changes.
    fileprivate var measure: Slug? {
        if case .emptied(let order) = effect { order } else { event.measure }
    }
}

extension Measure: Life {
    init?(_ change: DatedChange<MeasureEffect>) {
        guard let slug = change.measure else { return nil }
        self.init(slug: slug, status: .proposed, setBy: change.event.reference)
        apply(change)
    }

    mutating func apply(_ change: DatedChange<MeasureEffect>) {
        switch change.effect {
        case .planned(let status): begin(status, change)
        case .imposed(let until): impose(until: until, change)
        case .effective(let until, let made): takeEffect(until: until, orderedAt: made, change)
        case .extended(let until, let part): prolong(part ?? running, until: until, change)
        case .amended(let amended): amend(amended, change)
        case .suspended(let until): suspend(until: until, change)
        case .resumed: resume(change)
        case .ended(let how): if status.how == nil { end(how, change) }
        case .emptied: if isRunning || !isKnown { end(nil, change) }
        case .over: pass(change)
        }
        note(change.event)
    }

    func possibility(after change: DatedChange<MeasureEffect>) -> Possibility? {
        var next = self
        // Long lists that decide nothing here, and that a change would copy.
        (next.by, next.on) = ([], [])
        next.apply(change)
        guard next.status != status || next.until != until || next.isEnforced != isEnforced else {
            return nil
        }
        return Possibility(
            status: next.status.word, how: next.status.how?.rawValue,
            since: next.since, until: next.until,
            isEnforced: next.isEnforced == isEnforced ? nil : next.isEnforced,
            setBy: change.event.reference)
    }
}
