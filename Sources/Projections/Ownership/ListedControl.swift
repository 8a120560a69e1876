import CaseModel

/// Who is captured by a rule: listed, or owned by captured parties to the rule's threshold or more.
///
/// An owner that is itself captured counts with its full share, and the shares of several add up
/// (OFAC, frequently asked questions 399 and 401). Shares are not multiplied along a path. What is
/// certain and what is possible are computed apart, each from the listed parties onwards and each
/// holding once. An actor that is possibly but not certainly captured is undetermined.
struct ListedControl {
    private let graph: OwnershipGraph
    private let registers: Registers
    private let threshold: Portion
    private let addsUp: Bool
    /// Whether a party is on a list to which the rule applies.
    private let listed: [ActorSlug: Trilean]
    /// Who is certainly captured, with the order in which that was found.
    private(set) var certain: [ActorSlug: Int] = [:]
    /// Who may be captured, with the order in which that was found.
    private(set) var possible: [ActorSlug: Int] = [:]

    init(
        _ graph: OwnershipGraph, _ listed: [ActorSlug: Trilean], by rule: ControlRule,
        addsUp: Bool, _ registers: Registers
    ) {
        (self.graph, self.listed, self.registers) = (graph, listed, registers)
        (threshold, self.addsUp) = (Portion(rule.threshold), addsUp)
        findCertain()
        findPossible()
    }

    /// Whether an actor itself is listed.
    func isListed(_ actor: ActorSlug) -> Trilean { listed[actor] ?? .no }

    /// Whether an actor is captured.
    func isCaptured(_ actor: ActorSlug) -> Trilean {
        if certain[actor] != nil { return .yes }
        // Of an actor that no holding names the owners are unknown.
        let isPossible =
            possible[actor] != nil || !graph.names(actor) && canBeOwned(actor)
        return isPossible ? .unknown : .no
    }

    /// Whether it can have owners: it is a company, or has a recorded owner.
    func canBeOwned(_ actor: ActorSlug) -> Bool {
        guard graph.owners(of: actor).isEmpty, let type = registers.actors[actor]?.type else {
            return true
        }
        return type == .company
    }

    /// Who is certainly captured: the least set that holds the listed and is closed under the rule.
    private mutating func findCertain() {
        var held: [ActorSlug: Portion] = [:]
        var open = listed.filter { $0.value == .yes }.keys.sorted()
        for actor in open { certain[actor] = certain.count }
        while let owner = open.popLast() {
            for holding in graph.owned(by: owner) where holding.isSummed {
                let asset = holding.asset
                let least = gathered(held[asset] ?? .none, holding.share.min, .down)
                held[asset] = least
                guard least >= threshold, certain[asset] == nil else { continue }
                certain[asset] = certain.count
                open.append(asset)
            }
        }
    }

    /// The share of captured owners with one more of them.
    private func gathered(
        _ held: Portion, _ share: Portion, _ side: Portion.Rounding
    ) -> Portion {
        addsUp ? held.plus(share, side) : max(held, share)
    }
}

extension ListedControl {
    /// Who may be captured: the least set that holds the actors that may be listed or are owned by unknown
    /// parties to the threshold, and is closed under the rule.
    private mutating func findPossible() {
        var free: [ActorSlug: Portion] = [:]
        var open = listed.filter { $0.value != .no }.keys.sorted()
        for actor in graph.actors where canBeOwned(actor) {
            // Until an owner turns out to be possibly captured, its certain share is out of reach.
            let share = unknownShare(of: actor)
            free[actor] = share
            if share >= threshold { open.append(actor) }
        }
        open = open.uniqued()
        for actor in open { possible[actor] = possible.count }
        while let owner = open.popLast() {
            for holding in graph.owned(by: owner) where holding.isSummed {
                let asset = holding.asset
                let most = gathered(free[asset] ?? .none, reach(of: holding), .up)
                free[asset] = most
                guard most >= threshold, possible[asset] == nil else { continue }
                possible[asset] = possible.count
                open.append(asset)
            }
        }
    }

    /// What an owner adds to the share within reach of captured parties.
    ///
    /// Together with the others it takes only what is not yet free; alone it has its own upper
    /// bound.
    private func reach(of holding: Holding) -> Portion {
        addsUp ? holding.share.min : holding.share.max
    }

    /// The share that captured parties certainly hold.
    func leastHeld(of asset: ActorSlug) -> Portion {
        graph.owners(of: asset).filter { $0.isSummed && certain[$0.owner] != nil }
            .reduce(.none) { gathered($0, $1.share.min, .down) }
    }

    /// The share that captured parties may hold at most, unknown owners included.
    func mostHeld(of asset: ActorSlug) -> Portion {
        guard canBeOwned(asset) else { return .none }
        let owners = graph.owners(of: asset).filter(\.isSummed)
        guard addsUp else {
            let known = owners.filter { isCaptured($0.owner) != .no }.map(\.share.max)
            return max(unknownShare(of: asset), known.max() ?? .none)
        }
        let others = owners.filter { isCaptured($0.owner) == .no }
            .reduce(Portion.none) { $0.plus($1.share.min, .down) }
        return Portion.whole.minus(others, .up)
    }

    /// The share of which no owner is certainly known.
    func unknownShare(of asset: ActorSlug) -> Portion {
        guard canBeOwned(asset) else { return .none }
        let known = graph.owners(of: asset).reduce(Portion.none) {
            $1.isSummed ? $0.plus($1.share.min, .down) : $0
        }
        return Portion.whole.minus(known, .up)
    }
}

extension ListedControl {
    /// The holdings that decide whether an actor is captured; empty for a listed one.
    ///
    /// For a captured actor these are the largest holdings of owners that were captured before it,
    /// as many as the rule needs; otherwise all that count.
    func deciding(_ actor: ActorSlug) -> [Holding] {
        guard listed[actor] != .yes else { return [] }
        let owners = graph.owners(of: actor).filter(\.isSummed)
        guard let rank = certain[actor] else {
            return isCaptured(actor) == .no
                ? owners : owners.filter { isCaptured($0.owner) != .no }
        }
        let earlier = owners.filter { (certain[$0.owner] ?? rank) < rank }
            .sorted { ($1.share.min, $0.owner) < ($0.share.min, $1.owner) }
        var held = Portion.none
        var enough: [Holding] = []
        for holding in earlier where held < threshold {
            held = gathered(held, holding.share.min, .down)
            enough.append(holding)
        }
        return addsUp ? enough : Array(earlier.prefix(1))
    }
}
