import CaseModel

extension Event {
    /// The direction of an act: whether it restricts its targets, or eases a restriction.
    ///
    /// Nil for an event that does neither.
    ///
    /// The event's own statement comes first, then the registration of its measure or list, then
    /// its type and kind. Ending or suspending a measure reverses its direction, and so does
    /// removing a party from a list.
    func direction(in registers: Registers) -> Direction? {
        switch body.content {
        case .measureAnnounced(let announced):
            announced.direction
                ?? registers.direction(of: announced.measure, kind: announced.kind)
        case .measureImposed(let imposed):
            imposed.direction ?? registers.direction(of: imposed.measure, kind: imposed.kind)
        case .measureAmended(let amended): amended.direction
        case .measureResumed(let resumed): registers.direction(of: resumed.measure, kind: nil)
        case .measureSuspended(let suspended):
            registers.direction(of: suspended.measure, kind: nil).opposite
        case .measureEnded(let ended):
            registers.direction(of: ended.measure, kind: nil).opposite
        case .partyListed(let listed): listed.direction ?? registers.direction(of: listed.list)
        case .partyDelisted(let delisted):
            delisted.direction ?? registers.direction(of: delisted.list).opposite
        case .controlTaken: .restricts
        case .controlReturned: .eases
        case .licenceDecided(let decided): decided.decision.direction
        default: nil
        }
    }
}

extension Registers {
    /// The direction of a measure, as registered or by its kind.
    fileprivate func direction(of measure: Slug, kind: MeasureKind?) -> Direction {
        let register = measures[measure]
        return register?.direction ?? (kind ?? register?.kind)?.direction ?? .restricts
    }

    /// The direction of being on a list.
    fileprivate func direction(of list: Slug) -> Direction { lists[list]?.direction ?? .restricts }
}

extension LicenceDecision {
    /// A licence eases; denying or revoking it restricts.
    fileprivate var direction: Direction? {
        switch self {
        case .granted: .eases
        case .denied, .revoked: .restricts
        case .applied, .expired: nil
        }
    }
}
