import CaseModel

/// How much of an asset each of its direct and indirect owners holds, along all paths together.
///
/// A share is multiplied along a path, and paths add up; a cycle is a path without end, whose sum
/// is approached from below and from above. Every bound holds at every step, so that the result is
/// right wherever the calculation stops. Without cycles it is exact, unless the owners are so many
/// that the work would be too much: then the bounds stay wider.
struct OwnershipRollUp {
    /// The owners in order of their slugs, each with the bounds of its share.
    let shares: [TotalShare]

    /// The owners of an asset.
    init(of asset: ActorSlug, in graph: OwnershipGraph) {
        let owners = graph.owners(above: asset).sorted()
        let paths = PathsToAsset(asset, owners, graph)
        let (least, greatest) = (paths.shares(.down), paths.shares(.up))
        shares = owners.indices.map { place in
            TotalShare(
                owner: owners[place],
                share: PortionBounds(min: least[place], max: greatest[place]))
        }
    }
}

/// The holdings that lead from owners to an asset, by the places of the owners.
private struct PathsToAsset {
    private struct Edge {
        /// The place of what is owned; nil for the asset itself.
        let asset: Int?
        let share: PortionBounds
    }

    /// The holdings of each owner.
    private let owned: [[Edge]]
    /// The holdings of the asset in its owners.
    private let ownedByAsset: [Edge]
    /// How often all holdings are gone through at most.
    private let rounds: Int

    /// How many holdings are multiplied at most, for each side.
    private static let work = 1_000_000

    init(_ asset: ActorSlug, _ owners: [ActorSlug], _ graph: OwnershipGraph) {
        let places = Dictionary(uniqueKeysWithValues: zip(owners, owners.indices))
        func edges(_ owner: ActorSlug) -> [Edge] {
            graph.owned(by: owner).filter(\.isSummed).compactMap { holding in
                let place = places[holding.asset]
                guard place != nil || holding.asset == asset else { return nil }
                return Edge(asset: place, share: holding.share)
            }
        }
        owned = owners.map(edges)
        ownedByAsset = edges(asset)
        let size = owned.reduce(1) { $0 + $1.count }
        rounds = max(2, min(owners.count + 100, PathsToAsset.work / size))
    }

    /// The lower or the upper bounds of all owners, from nothing upwards or from the whole
    /// downwards.
    func shares(_ side: Portion.Rounding) -> [Portion] {
        var shares = [Portion](repeating: side == .down ? .none : .whole, count: owned.count)
        for _ in 0..<rounds {
            // What the asset holds of itself through others comes back to its owners.
            let returned = sum(ownedByAsset, shares, factor: .none, side)
            let factor = Portion.whole.plus(returned, side)
            let next = owned.map { min(sum($0, shares, factor: factor, side), .whole) }
            guard next != shares else { break }
            shares = next
        }
        return shares
    }

    private func sum(
        _ edges: [Edge], _ shares: [Portion], factor: Portion, _ side: Portion.Rounding
    ) -> Portion {
        edges.reduce(.none) { total, edge in
            let share = side == .down ? edge.share.min : edge.share.max
            let rest = edge.asset.map { shares[$0] } ?? factor
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
