public import CaseModel

/// What one event says about who owns something.
///
/// Claims that differ stand side by side.
public struct OwnershipClaim: Hashable, Sendable {
    /// What is owned.
    public let asset: ActorSlug
    /// Who owns it, or that nobody says.
    public let ownership: Ownership
    /// The event that says so.
    public let setBy: EventReference

    init?(_ event: Event) {
        guard case .ownershipStated(let stated) = event.body.content else { return nil }
        asset = stated.asset
        ownership = stated.ownership
        setBy = event.reference
    }
}
