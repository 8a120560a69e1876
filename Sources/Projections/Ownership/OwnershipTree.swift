public import CaseModel

/// A holding in the tree of an actor's owners, or of what it owns.
public struct OwnershipBranch: Hashable, Sendable {
    /// The holding.
    public let holding: Holding
    /// The number of holdings between it and the actor; 0 for a direct one.
    public let depth: Int
    /// Whether the branch is not followed, because its end was shown before: a cycle, or a second
    /// path to the same actor.
    public let isRepeated: Bool
}

extension OwnershipGraph {
    /// The tree of an actor's owners: each followed by its own owners, in order of their slugs.
    public func treeUp(from actor: ActorSlug) -> [OwnershipBranch] {
        tree(from: actor, { self.owners(of: $0) }, next: \.owner)
    }

    /// The tree of what an actor owns: each followed by what it owns, in order of their slugs.
    public func treeDown(from actor: ActorSlug) -> [OwnershipBranch] {
        tree(from: actor, { self.owned(by: $0) }, next: \.asset)
    }

    private func tree(
        from actor: ActorSlug, _ held: (ActorSlug) -> [Holding], next: (Holding) -> ActorSlug
    ) -> [OwnershipBranch] {
        var seen: Set<ActorSlug> = [actor]
        var branches: [OwnershipBranch] = []
        var open = held(actor).reversed().map { (holding: $0, depth: 0) }
        while let (holding, depth) = open.popLast() {
            let end = next(holding)
            let isNew = seen.insert(end).inserted
            branches.append(
                OwnershipBranch(holding: holding, depth: depth, isRepeated: !isNew))
            if isNew { open += held(end).reversed().map { ($0, depth + 1) } }
        }
        return branches
    }
}
