import CaseModel

extension EffectiveEvent {
    /// The days that it sets on which something runs out or is due, whether or not it still is.
    var dueDays: [EDTFDate] {
        let set: [EDTFDate?] =
            switch event.body.content {
            case .measureImposed(let imposed): [imposed.until]
            case .measureAmended(let amended): [amended.until, amended.enforcedUntil]
            case .measureExtended(let extended): [extended.until]
            case .measureSuspended(let suspended): [suspended.until]
            case .controlTaken(let taken): [taken.until]
            case .controlExtended(let extended): [extended.until]
            case .licenceDecided(let decided): [decided.until]
            case .deadlineSet(let deadline): [deadline.due]
            default: []
            }
        return (set + foretold).compactMap(\.self)
    }

    /// The days by which its sources foretell it.
    private var foretold: [EDTFDate?] {
        let body = event.body
        return body.claims.filter { $0.stance == .foretells }.map { $0.by ?? body.occurred }
    }
}
