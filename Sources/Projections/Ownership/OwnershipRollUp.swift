import CaseModel

/// How much of an asset each of its direct and indirect owners holds, along all paths together.
///
/// A share is multiplied along a path, and paths add up; a cycle is a path without end, whose sum
/// is approached from below and from above. Every bound holds at every step, so that the result is
/// right wherever the calculation stops; without cycles it is exact.
struct OwnershipRollUp {
    /// The owners in order of their slugs, each with the bounds of its share.
    let shares: [TotalShare]

    /// More than any chain of owners in practice; beyond it the bounds hold, but stay wider.
    private static let most = 1000

    /// The owners of an asset.
    init(of asset: ActorSlug, in graph: OwnershipGraph) {
        let owners = graph.owners(above: asset)
        let holdings = owners.union([asset]).flatMap { graph.owners(of: $0) }.filter(\.isSummed)
        let edges = Dictionary(grouping: holdings, by: \.owner)
        let least = OwnershipRollUp.settled(owners, edges, asset, .down)
        let greatest = OwnershipRollUp.settled(owners, edges, asset, .up)
        shares = owners.sorted().map { owner in
            let (min, max) = (least[owner] ?? .none, greatest[owner] ?? .whole)
            return TotalShare(owner: owner, share: PortionBounds(min: min, max: max))
        }
    }

    /// The lower or the upper bounds, from nothing upwards or from the whole downwards.
    private static func settled(
        _ owners: Set<ActorSlug>, _ edges: [ActorSlug: [Holding]], _ asset: ActorSlug,
        _ side: Portion.Rounding
    ) -> [ActorSlug: Portion] {
        let start: Portion = side == .down ? .none : .whole
        var shares = Dictionary(uniqueKeysWithValues: owners.map { ($0, start) })
        for _ in 0..<most {
            // What the asset holds of itself through others comes back to its owners.
            let returned = sum(edges[asset] ?? [], shares, asset, factor: .none, side)
            let factor = Portion.whole.plus(returned, side)
            let next = shares.mapValues { _ in Portion.none }.merging(
                owners.map { ($0, sum(edges[$0] ?? [], shares, asset, factor: factor, side)) }
            ) { min($1, .whole) }
            guard next != shares else { break }
            shares = next
        }
        return shares
    }

    private static func sum(
        _ held: [Holding], _ shares: [ActorSlug: Portion], _ asset: ActorSlug, factor: Portion,
        _ side: Portion.Rounding
    ) -> Portion {
        held.reduce(.none) { total, holding in
            let share = side == .down ? holding.share.min : holding.share.max
            let rest = holding.asset == asset ? factor : shares[holding.asset] ?? .none
            return total.plus(share.times(rest, side), side)
        }
    }
}

extension OwnershipGraph {
    /// The direct and indirect owners of an asset, without the asset itself.
    func owners(above asset: ActorSlug) -> Set<ActorSlug> {
        var found: Set<ActorSlug> = []
        var open = [asset]
        while let next = open.popLast() {
            for holding in owners(of: next) where holding.owner != asset {
                if found.insert(holding.owner).inserted { open.append(holding.owner) }
            }
        }
        return found
    }
}
