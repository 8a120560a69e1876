public import CaseModel

/// What is recorded of an actor beyond the events that it takes part in: lists, owners, and what
/// rules make of them.
public struct ActorTies: Hashable, Sendable {
    /// The lists that it is or was on, in order of the lists.
    public let listings: [ActorListing]
    /// The tree of its owners.
    public let owners: [OwnershipBranch]
    /// The tree of what it owns.
    public let owned: [OwnershipBranch]
    /// What its direct and indirect owners hold of it along all paths, in order of the owners.
    public let shares: [TotalShare]
    /// Whether it is captured by each rule, and why.
    public let control: [ControlAnswer]
}

/// What an owner holds of an asset along all paths together.
public struct TotalShare: Hashable, Sendable {
    /// The owner.
    public let owner: ActorSlug
    /// Its share.
    public let share: PortionBounds
}

/// The ties of all actors on a day, from which those of one are taken.
public struct ActorNetwork: Sendable {
    private let graph: OwnershipGraph
    private let listings: [ActorSlug: [ActorListing]]
    private let rules: [ControlByListed]
    /// The lists that events name, on whichever day.
    public let lists: Set<Slug>

    /// The network of a record.
    ///
    /// - Parameters:
    ///   - events: effective events of all cases, in order of position.
    ///   - asOf: the requested day; without one, every date in the record counts as reached.
    ///   - registers: the registered actors and lists.
    ///   - rules: the rules to apply.
    public init(
        _ events: [EffectiveEvent], asOf: EDTFDate?, registers: Registers,
        rules: ControlRules = .known
    ) {
        let graph = OwnershipGraph(events, asOf: asOf)
        let all = ActorListing.all(in: events, asOf: asOf, registers: registers)
        self.graph = graph
        lists = Set(events.compactMap(\.event.list))
        listings = Dictionary(grouping: all, by: \.row.party)
        self.rules = rules.all.map {
            ControlByListed($0, graph, all, asOf: asOf, registers: registers)
        }
    }

    /// The lists that an actor is or was on.
    public func listings(of actor: ActorSlug) -> [ActorListing] { listings[actor] ?? [] }

    /// Whether each rule captures an actor.
    public func verdicts(on actor: ActorSlug) -> [ControlVerdict] {
        rules.map { $0.verdict(on: actor) }
    }

    /// The ties of one actor.
    public func ties(of actor: ActorSlug) -> ActorTies {
        ActorTies(
            listings: listings(of: actor), owners: graph.treeUp(from: actor),
            owned: graph.treeDown(from: actor),
            shares: OwnershipRollUp(of: actor, in: graph).shares,
            control: control(of: actor))
    }

    /// Whether each rule captures an actor, and what decides it.
    func control(of actor: ActorSlug) -> [ControlAnswer] { rules.map { $0.answer(for: actor) } }
}

extension Event {
    /// The list that it puts a party on or takes it off.
    fileprivate var list: Slug? {
        switch body.content {
        case .partyListed(let listed): listed.list
        case .partyDelisted(let delisted): delisted.list
        default: nil
        }
    }
}
