import CaseModel

/// A planned end or a deadline, as a row of a state has it.
struct PlannedEnd {
    let kind: DueItem.Kind
    let subject: String
    /// The day; nil if none is planned.
    let date: EDTFDate?
    let setBy: EventReference
    let isCertain: Bool
}

extension Measure {
    /// The planned ends that are running, each with the event that sets it.
    var ends: [PlannedEnd] {
        switch status {
        case .suspended: [end(.suspension, until, pausedBy ?? setBy), lapse]
        case .ended: []
        case .proposed, .announced, .inForce:
            [end(.measure, until, amending(until) ?? sustainedBy ?? setBy), lapse]
        }
    }

    /// The end of its non-enforcement.
    private var lapse: PlannedEnd {
        let amendment = amendments.last { $0.said.enforcedUntil != nil }
        return end(
            .nonEnforcement, isEnforced ? nil : enforcedUntil, amendment?.event ?? setBy)
    }

    /// The amendment that gives it its planned end; nil if none does.
    private func amending(_ until: EDTFDate?) -> EventReference? {
        guard let until else { return nil }
        return amendments.last { $0.said.until == until }?.event
    }

    private func end(
        _ kind: DueItem.Kind, _ date: EDTFDate?, _ setBy: EventReference
    ) -> PlannedEnd {
        PlannedEnd(
            kind: kind, subject: slug.text, date: date, setBy: setBy, isCertain: isCertain)
    }
}

extension [Event] {
    /// The planned ends of what a case's own events determine: controls, licences and deadlines.
    func ends(by day: DayAsked) -> [PlannedEnd] {
        let controls = Controls(self, by: day).current.map {
            PlannedEnd(
                kind: .control, subject: $0.asset.slug.text, date: $0.until, setBy: $0.setBy,
                isCertain: $0.isCertain)
        }
        let licences = Licences(self, by: day).current.filter { $0.decision == .granted }.map {
            PlannedEnd(
                kind: .licence, subject: $0.title, date: $0.until, setBy: $0.setBy,
                isCertain: $0.isCertain)
        }
        let deadlines = Deadlines(self, by: day).current.map {
            PlannedEnd(
                kind: .deadline, subject: $0.what, date: $0.due, setBy: $0.setBy,
                isCertain: $0.isCertain)
        }
        return controls + licences + deadlines
    }
}

extension Licence {
    /// The licensee and the scope, as far as they are stated.
    fileprivate var title: String {
        let parts = [party?.slug.text, measure.map { "from \($0)" }, scope].compactMap(\.self)
        return parts.isEmpty ? "licence" : parts.joined(separator: ", ")
    }
}

extension EffectiveEvent {
    /// The days by which sources foretell the event; empty once a source reports it as a fact.
    var predictions: [PlannedEnd] {
        guard retraction == nil, isForetold else { return [] }
        return event.body.claims.map {
            PlannedEnd(
                kind: .foretold, subject: event.reference.description,
                date: $0.by ?? event.body.occurred,
                setBy: event.reference, isCertain: true)
        }
    }
}
