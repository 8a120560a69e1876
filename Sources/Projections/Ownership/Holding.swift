public import CaseModel

/// One owner's part of an asset, according to every statement that counts on the requested day.
public struct Holding: Hashable, Sendable {
    /// The owner.
    public let owner: ActorSlug
    /// What is owned.
    public let asset: ActorSlug
    /// The share: the bounds that contain every stated one; down to nothing if it is disputed.
    public internal(set) var share: PortionBounds
    /// Whether it is held directly, as far as the statements agree.
    public let direct: Directness
    /// The time for which it is stated: the latest dated statement's; nil if none is dated.
    public let stated: EDTFDate?
    /// The events that state it, in order of position.
    public let claims: [EventReference]
    /// Whether a source denies or doubts it, or the statements exclude each other.
    public internal(set) var isDisputed: Bool
    /// Whether it certainly holds under the requested clocks.
    public let isCertain: Bool

    /// Whether it counts in sums: an indirect holding is already part of another owner's direct one.
    var isSummed: Bool { direct != .no }
}

/// What one event states about ownership, and what is doubtful about it.
struct OwnershipStatement {
    let event: EventReference
    let asset: ActorSlug
    let owner: ActorSlug
    let share: PortionBounds
    let direct: Directness
    let occurred: EDTFDate?
    let position: Int64
    /// Whether a source denies or doubts it, or gives another value.
    let isDisputed: Bool
    /// Whether it certainly holds on the requested day.
    let isCertain: Bool
}

extension Holding {
    /// The holding that statements about one owner and one asset amount to.
    ///
    /// A statement that is certainly dated before another is replaced by it. Statements that cannot
    /// be ordered stand side by side: the bounds contain all of them.
    init?(_ statements: [OwnershipStatement]) {
        let current = statements.filter { one in
            !statements.contains { $0.isCertain && one.isCertainlyBefore($0) }
        }.sorted { $0.position < $1.position }
        guard let first = current.first else { return nil }
        (owner, asset) = (first.owner, first.asset)
        let shares = current.map(\.share)
        let disagree = shares.contains { one in
            shares.contains { one.max < $0.min }
        }
        isDisputed = disagree || current.contains(where: \.isDisputed)
        isCertain = current.contains(where: \.isCertain)
        let joined = shares.dropFirst().reduce(first.share) { $0.joined(with: $1) }
        let isSure = isCertain && !current.contains(where: \.isDisputed)
        share = isSure ? joined : joined.doubted
        let ways = Set(current.map(\.direct))
        direct = ways.count == 1 ? first.direct : .unknown
        stated = current.last { $0.occurred != nil }?.occurred
        claims = current.map(\.event)
    }
}

extension OwnershipStatement {
    /// Whether the other statement is certainly about a later time.
    fileprivate func isCertainlyBefore(_ other: OwnershipStatement) -> Bool {
        guard let occurred, let later = other.occurred else { return false }
        return occurred.isBefore(later) == .yes
    }
}
