public import CaseModel

/// What one event says about who owns something.
///
/// Claims that differ stand side by side; one whose time is over no longer stands.
public struct OwnershipClaim: Hashable, Sendable {
    /// What is owned.
    public let asset: ActorSlug
    /// Who owns it, or that nobody says.
    public let ownership: Ownership
    /// The event that says so.
    public let setBy: EventReference
    /// Whether that is certain by the clocks asked.
    public let isCertain: Bool
    /// What only may have come since: that its time is over.
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
