public import CaseModel

/// One event's statement of ownership.
///
/// Conflicting statements coexist; a statement whose period is over is no longer included.
public struct OwnershipClaim: Hashable, Sendable {
    /// What is owned.
    public let asset: ActorSlug
    /// The owner, or that it is undisclosed.
    public let ownership: Ownership
    /// The event of the statement.
    public let setBy: EventReference
    /// Whether that is certain under the requested clocks.
    public let isCertain: Bool
    /// Changes that may have happened since: that its period is over.
    public let perhaps: [Possibility]

    init?(_ event: Event, by day: DayAsked) {
        guard case .ownershipStated(let stated) = event.body.content else { return nil }
        asset = stated.asset
        ownership = stated.ownership
        setBy = event.reference
        isCertain = !day.doubtful.contains(event.reference)
        guard let end = event.body.occurred?.end else {
            perhaps = []
            return
        }
        switch day.isOver(end, by: event) {
        case .yes: return nil
        case .no: perhaps = []
        case .unknown:
            perhaps = [Possibility(status: "over", since: end, setBy: event.reference)]
        }
    }
}
