import CaseModel

/// A day by which something is due other than the end of a measure: a hearing, a review.
struct Deadline {
    let what: String
    let due: EDTFDate
    let setBy: EventReference
    let isCertain: Bool
}

/// The deadlines of a case: of several with the same words, the last one set counts.
struct Deadlines {
    /// The deadlines in order of their words.
    let current: [Deadline]

    init(_ happenings: [Event], by day: DayAsked) {
        var latest: [[UInt8]: Deadline] = [:]
        for event in happenings {
            guard case .deadlineSet(let set) = event.body.content else { continue }
            let come = day.hasCome(event.body.occurred, by: event)
            // An undated event may have happened on any day, so it is not left out.
            guard come != .no else { continue }
            latest[Array(set.what.utf8)] = Deadline(
                what: set.what, due: set.due, setBy: event.reference, isCertain: come == .yes)
        }
        current = latest.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    }
}
