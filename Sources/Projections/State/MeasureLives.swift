import CaseModel

/// The measures and their life cycles, folded from the world events of every case that refers to
/// them.
struct MeasureLives {
    /// The measures in order of their slugs.
    let measures: [Measure]

    /// The measures as of a day.
    ///
    /// - Parameters:
    ///   - happenings: the world events of all cases that refer to the measures.
    ///   - slugs: the requested measures; nil for all.
    ///   - day: the requested day.
    ///   - registers: the registered measures.
    init(
        _ happenings: [Event], of slugs: Set<Slug>? = nil, by day: DayAsked,
        registers: Registers = Registers()
    ) {
        measures = MeasureLives.changes(happenings, of: slugs, by: day)
            .compactMap { Measure($0, $1, by: day, registers.measures[$0]) }
            .sorted { $0.slug < $1.slug }
    }

    /// The changes of measures by world events, by the measures' slugs.
    static func changes(
        _ happenings: [Event], of slugs: Set<Slug>?, by day: DayAsked
    ) -> [Slug: [DatedChange<MeasureEffect>]] {
        let changes = (day.changes(happenings) + day.emptiedOrders(happenings))
            .filter { slugs?.contains($0.measure) ?? true }
        return Dictionary(grouping: changes, by: \.measure).mapValues { $0.map(\.change) }
    }
}

extension Measure {
    fileprivate init?(
        _ slug: Slug, _ changes: [DatedChange<MeasureEffect>], by day: DayAsked,
        _ register: MeasureRegistered?
    ) {
        guard var measure = Measure(folding: changes) else { return nil }
        measure.register = register
        (measure.by, measure.on) = (measure.by.uniqued(), measure.on.uniqued())
        measure.amendments = changes.inOrder(of: \.order).compactMap(Amendment.init)
        measure.hasUntilPassed = day.hasPassed(measure.until)
        measure.hasEnforcedUntilPassed = day.hasPassed(measure.enforcedUntil)
        self = measure
    }
}

extension Measure.Amendment {
    /// The amendment in a change; nil for any other change.
    init?(_ change: DatedChange<MeasureEffect>) {
        guard case .amended(let amended) = change.effect else { return nil }
        self.init(
            event: change.event.reference, occurred: change.event.body.occurred, said: amended,
            isCertain: change.isCertain)
    }
}

extension DatedChange<MeasureEffect> {
    /// The measure that it affects.
    var measure: Slug? {
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

    mutating func forgetLists() { (by, on) = ([], []) }

    func possibility(after change: DatedChange<MeasureEffect>) -> Possibility? {
        var next = self
        // Avoids copying the lists.
        next.forgetLists()
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
