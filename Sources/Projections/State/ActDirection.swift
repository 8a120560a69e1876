import CaseModel

extension Event {
    /// Which way an act goes: whether it restricts those at whom it is aimed, or eases what
    /// restricts them.
    ///
    /// Nil for an event that does neither.
    ///
    /// As the event itself says; else as its measure or list is registered; else by type and kind.
    /// Ending or suspending turns the direction of a measure around, and so does taking a party off
    /// a list.
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
    /// Which way a measure goes, as it is registered, or as its kind has it.
    fileprivate func direction(of measure: Slug, kind: MeasureKind?) -> Direction {
        let register = measures[measure]
        return register?.direction ?? (kind ?? register?.kind)?.direction ?? .restricts
    }

    /// Which way being on a list goes.
    fileprivate func direction(of list: Slug) -> Direction { lists[list]?.direction ?? .restricts }
}

extension LicenceDecision {
    /// A licence eases; its denial, and taking it back, restricts.
    fileprivate var direction: Direction? {
        switch self {
        case .granted: .eases
        case .denied, .revoked: .restricts
        case .applied, .expired: nil
        }
    }
}
