public import CaseModel

/// One owner's part of an asset, according to every statement that counts on the requested day.
public struct Holding: Hashable, Sendable {
    /// What the statements say; shared by all copies, of which a roll-up makes millions.
    private let stating: Stating
    /// The share: the bounds that contain every stated one; down to nothing if it is disputed.
    public internal(set) var share: PortionBounds
    /// Whether a source denies or doubts it, or the statements exclude each other.
    public internal(set) var isDisputed: Bool
    /// Whether it certainly holds under the requested clocks.
    public let isCertain: Bool

    /// The owner.
    public var owner: ActorSlug { stating.owner }
    /// What is owned.
    public var asset: ActorSlug { stating.asset }
    /// Whether it is held directly, as far as the statements agree.
    public var direct: Directness { stating.direct }
    /// The time for which it is stated: the latest dated statement's; nil if none is dated.
    public var stated: EDTFDate? { stating.stated }
    /// The events that state it, in order of position.
    public var claims: [EventReference] { stating.claims }

    /// Whether it counts in sums: an indirect holding is already part of another owner's direct one.
    var isSummed: Bool { direct != .no }
}

/// What the statements about one holding say that no other statement changes.
private final class Stating: Hashable, Sendable {
    let owner: ActorSlug
    let asset: ActorSlug
    let direct: Directness
    let stated: EDTFDate?
    let claims: [EventReference]

    /// The newest statements, at least one, in order of position.
    init(_ current: [OwnershipStatement], first: OwnershipStatement) {
        (owner, asset) = (first.owner, first.asset)
        direct = current.allSatisfy { $0.direct == first.direct } ? first.direct : .unknown
        stated = current.last { $0.occurred != nil }?.occurred
        claims = current.map(\.event)
    }

    static func == (left: Stating, right: Stating) -> Bool {
        (left.owner, left.asset, left.direct, left.stated) == (
            right.owner, right.asset, right.direct, right.stated
        ) && left.claims == right.claims
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(owner)
        hasher.combine(asset)
        hasher.combine(claims)
    }
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
        stating = Stating(current, first: first)
        let shares = current.map(\.share)
        let disagree = shares.contains { one in
            shares.contains { one.max < $0.min }
        }
        isDisputed = disagree || current.contains(where: \.isDisputed)
        isCertain = current.contains(where: \.isCertain)
        let joined = shares.dropFirst().reduce(first.share) { $0.joined(with: $1) }
        let isSure = isCertain && !current.contains(where: \.isDisputed)
        share = isSure ? joined : joined.doubted
    }
}

extension OwnershipStatement {
    /// Whether the other statement is certainly about a later time.
    fileprivate func isCertainlyBefore(_ other: OwnershipStatement) -> Bool {
        guard let occurred, let later = other.occurred else { return false }
        return occurred.isBefore(later) == .yes
    }
}
