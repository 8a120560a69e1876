import CanonicalJSON
import CaseModel

/// Reads what events state about ownership, with the claims that were added to them.
struct OwnershipReading {
    private let added: AddedClaims
    private let day: DayAsked

    init(_ added: AddedClaims, _ day: DayAsked) { (self.added, self.day) = (added, day) }

    /// Whether a statement holds on the requested day: its time has begun and, if it states a span,
    /// is not over.
    ///
    /// An undated statement holds on every day: no source limits it.
    func holds(_ event: Event) -> Trilean {
        guard let occurred = event.body.occurred else {
            return day.doubtful.contains(event.reference) ? .unknown : .yes
        }
        let hasBegun = day.hasCome(occurred.start, by: event)
        guard let end = occurred.end else { return hasBegun }
        return switch day.isOver(end, by: event) {
        case .yes: .no
        case .no: hasBegun
        case .unknown: hasBegun.and(.unknown)
        }
    }

    /// The statement of an event; nil if it says that the owner is not disclosed.
    func statement(
        _ standing: EffectiveEvent, _ stated: OwnershipStated
    ) -> OwnershipStatement? {
        guard case .owned(let owner, let share, let direct) = stated.ownership else { return nil }
        let event = standing.event
        let dissent = added.dissent(on: standing)
        let others = dissent.compactMap(\.statedShare)
        return OwnershipStatement(
            event: event.reference, asset: stated.asset, owner: owner,
            share: others.reduce(PortionBounds(share)) { $0.joined(with: PortionBounds($1)) },
            direct: direct, occurred: event.body.occurred, position: event.position,
            isDisputed: dissent.contains { $0.statedShare == nil && $0.concernsOwnership },
            isCertain: holds(event) == .yes)
    }
}

extension ValuedClaim {
    /// The share that the claim gives instead of the event's own; nil if it gives none.
    fileprivate var statedShare: Share? {
        guard field?.path == "data.share", claim.stance == nil, let value,
            let document = try? JSONDocument(reading: value.canonicalBytes())
        else { return nil }
        var faults = Faults()
        return Share(document.root, faults: &faults)
    }

    /// Whether it is about who owns what and how much, and not about the wording or the date.
    fileprivate var concernsOwnership: Bool {
        guard let path = field?.path else { return true }
        return ["actors", "data.asset", "data.owner", "data.share"].contains(path)
    }
}
