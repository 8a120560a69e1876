public import CaseModel

/// Who owns whom, over all cases: a graph of holdings from owners to assets, which may have cycles.
public struct OwnershipGraph: Sendable {
    /// The holdings in an asset, by the asset, in order of their owners.
    private var byAsset: [ActorSlug: [Holding]] = [:]
    /// The holdings of an owner, by the owner, in order of their assets.
    private var byOwner: [ActorSlug: [Holding]] = [:]
    /// The events that say that the owner of an asset is not disclosed.
    private var undisclosed: [ActorSlug: [Event]] = [:]

    /// The graph of a record on a day.
    ///
    /// - Parameters:
    ///   - events: effective events of all cases, in order of position.
    ///   - asOf: the requested day; without one, every date in the record counts as reached.
    public init(_ events: [EffectiveEvent], asOf: EDTFDate? = nil) {
        let supported = events.filter { $0.retraction == nil && !$0.isUnsupported }
        let reading = OwnershipReading(
            AddedClaims(supported), DayAsked(asOf: asOf, doubtful: events.uncertain))
        var statements: [Pair: [OwnershipStatement]] = [:]
        for standing in supported {
            guard case .ownershipStated(let stated) = standing.event.body.content,
                reading.holds(standing.event) != .no
            else { continue }
            guard let statement = reading.statement(standing, stated) else {
                undisclosed[stated.asset, default: []].append(standing.event)
                continue
            }
            let pair = Pair(owner: statement.owner, asset: statement.asset)
            statements[pair, default: []].append(statement)
        }
        add(statements.values.compactMap { Holding($0) })
    }

    private struct Pair: Hashable {
        let owner: ActorSlug
        let asset: ActorSlug
    }

    /// Adds holdings, made consistent asset by asset.
    private mutating func add(_ holdings: [Holding]) {
        for (asset, held) in Dictionary(grouping: holdings, by: \.asset) {
            let ordered = held.sorted { $0.owner < $1.owner }
            byAsset[asset] = ordered.reconciled(undisclosed[asset] ?? [])
        }
        byOwner = Dictionary(grouping: byAsset.values.joined(), by: \.owner)
            .mapValues { $0.sorted { $0.asset < $1.asset } }
        actors = Set(byAsset.keys).union(byOwner.keys).sorted()
    }

    /// The holdings in an asset, in order of their owners.
    public func owners(of asset: ActorSlug) -> [Holding] { byAsset[asset] ?? [] }

    /// The holdings of an owner, in order of their assets.
    public func owned(by owner: ActorSlug) -> [Holding] { byOwner[owner] ?? [] }

    /// Every owner and every asset, in order of their slugs.
    private(set) var actors: [ActorSlug] = []

    /// Whether a holding names an actor.
    func names(_ actor: ActorSlug) -> Bool { byAsset[actor] != nil || byOwner[actor] != nil }

    /// The events that say that the owner of an asset is not disclosed, in order of position.
    public func undisclosed(_ asset: ActorSlug) -> [EventReference] {
        (undisclosed[asset] ?? []).map(\.reference)
    }
}

extension [Holding] {
    /// The holdings in one asset with bounds that do not exceed the whole together.
    ///
    /// What the others certainly hold limits what each can hold at most. Where owners together
    /// would certainly hold more than the whole, something is wrong with the record, and nothing of
    /// it is certain; so too where the owner is both named and said not to be disclosed.
    fileprivate func reconciled(_ undisclosed: [Event]) -> [Holding] {
        let least = reduce(Portion.none) { $1.isSummed ? $0.plus($1.share.min, .down) : $0 }
        guard least <= .whole else { return map(\.disputed) }
        return map { holding in
            guard !undisclosed.contains(where: holding.contradicts) else { return holding.disputed }
            var limited = holding
            guard holding.isSummed else { return limited }
            let others = least.minus(holding.share.min, .down)
            let room = Portion.whole.minus(others, .up)
            limited.share = PortionBounds(
                min: holding.share.min, max: Swift.min(holding.share.max, room))
            return limited
        }
    }
}

extension Holding {
    /// Whether an event says, of a time that is not certainly earlier, that the owner is not
    /// disclosed.
    fileprivate func contradicts(_ event: Event) -> Bool {
        guard let told = event.body.occurred, let stated else { return true }
        return told.isBefore(stated) != .yes
    }

    fileprivate var disputed: Holding {
        var disputed = self
        (disputed.share, disputed.isDisputed) = (share.doubted, true)
        return disputed
    }
}
