import CaseModel

/// The day for which a state is asked, and the events that only may have been so by the clocks.
struct DayAsked {
    /// The day; nil where no day is asked: then every date in the record has come.
    let asOf: EDTFDate?
    /// The events that the clocks do not certainly admit.
    let doubtful: Set<EventReference>

    /// Whether the day has come on which an event brings something about.
    func hasCome(_ date: EDTFDate?, by event: Event) -> Trilean {
        sure(asOf.map { date?.began(by: $0) ?? .unknown } ?? .yes, by: event)
    }

    /// Whether a span that an event tells of is over: the day after its end has come.
    func isOver(_ end: EDTFDate, by event: Event) -> Trilean {
        sure(asOf.map { end.hasPassed(by: $0) } ?? .yes, by: event)
    }

    /// Whether a date until which something holds has certainly passed; never where no day is asked.
    func hasPassed(_ until: EDTFDate?) -> Bool {
        guard let until, let asOf else { return false }
        return until.hasPassed(by: asOf) == .yes
    }

    private func sure(_ come: Trilean, by event: Event) -> Trilean {
        come == .yes && doubtful.contains(event.reference) ? .unknown : come
    }
}
