public import CaseModel

/// The answers of one rule on a day, for any actor.
public struct ControlByListed: Sendable {
    /// The rule.
    public let rule: ControlRule
    private let standing: ControlRule.Standing
    private let control: ListedControl
    private let graph: OwnershipGraph
    private let listings: [ActorSlug: [ActorListing]]

    /// The rule applied to a graph.
    ///
    /// - Parameters:
    ///   - rule: the rule.
    ///   - graph: who owns whom on that day.
    ///   - listings: who is on which list on that day.
    ///   - asOf: the requested day; without one, the last period of the rule applies.
    ///   - registers: the registered actors and lists.
    public init(
        _ rule: ControlRule, _ graph: OwnershipGraph, _ listings: [ActorListing],
        asOf: EDTFDate?, registers: Registers
    ) {
        (self.rule, self.graph) = (rule, graph)
        standing = rule.standing(on: asOf)
        let governed = listings.filter { rule.governs($0, registers) != .no }
        self.listings = Dictionary(grouping: governed, by: \.row.party)
        let listed = self.listings.mapValues { places in
            places.map { $0.restricts.and(rule.governs($0, registers)) }
                .reduce(Trilean.no) { $0.or($1) }
        }
        let addsUp = if case .period(let period, _) = standing { period.addsUp } else { true }
        control = ListedControl(graph, listed, by: rule, addsUp: addsUp, registers)
    }

    /// Whether an actor is captured.
    public func verdict(on actor: ActorSlug) -> ControlVerdict {
        ControlVerdict(
            rule: rule, standing: standing, isListed: control.isListed(actor),
            isCapturedIfInForce: control.isCaptured(actor))
    }

    /// Whether an actor is captured, and what decides it.
    public func answer(for actor: ActorSlug) -> ControlAnswer {
        ControlAnswer(verdict: verdict(on: actor), steps: steps(from: actor))
    }

    /// The actors that decide the answer for one, breadth first.
    private func steps(from actor: ActorSlug) -> [ControlAnswer.Step] {
        var seen: Set<ActorSlug> = [actor]
        var steps: [ControlAnswer.Step] = []
        var open = [actor]
        while !open.isEmpty {
            var next: [ActorSlug] = []
            for actor in open {
                let step = step(actor)
                steps.append(step)
                next += step.owners.map(\.holding.owner).filter { seen.insert($0).inserted }
            }
            open = next
        }
        return steps
    }

    private func step(_ actor: ActorSlug) -> ControlAnswer.Step {
        let owners = control.deciding(actor).map {
            ControlAnswer.Owner(holding: $0, isCaptured: control.isCaptured($0.owner))
        }
        return ControlAnswer.Step(
            actor: actor, isCaptured: control.isCaptured(actor),
            listings: (listings[actor] ?? []).filter { $0.restricts != .no },
            held: PortionBounds(
                min: control.leastHeld(of: actor), max: control.mostHeld(of: actor)),
            unknown: control.unknownShare(of: actor), owners: owners,
            undisclosed: graph.undisclosed(actor))
    }
}

extension ControlRule {
    /// Whether the rule applies to the list of a listing; unknown if the list is not registered
    /// with a programme.
    func governs(_ listing: ActorListing, _ registers: Registers) -> Trilean {
        guard let programme = registers.lists[listing.row.list]?.programme else { return .unknown }
        let isNamed = programmes.contains { $0.lowercased() == programme.lowercased() }
        return isNamed ? .yes : .no
    }
}
