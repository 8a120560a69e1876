import CaseModel

/// A share that an owner is said to hold at least.
struct LeastShare {
    let asset: ActorSlug
    let owner: ActorSlug
    let share: Fraction
    let event: Event

    init?(_ event: Event) {
        guard let stated = event.stated,
            case .owned(let owner, let share?, let direct) = stated.ownership, direct != .no,
            let least = share.bounds.min
        else { return nil }
        (asset, self.owner, self.share, self.event) = (stated.asset, owner, least, event)
    }

    /// The first day on which it may be held; nil if unbounded.
    var earliest: Day? { event.body.occurred?.earliest }
    /// The last day on which it may be held; nil if unbounded.
    var latest: Day? { event.body.occurred?.latest }

    /// Whether it may be held on a day; nil denotes a day before all others.
    func mayBeHeld(on day: Day?) -> Bool {
        guard let day else { return earliest == nil }
        return earliest.map { $0 <= day } ?? true && latest.map { day <= $0 } ?? true
    }
}

extension [LeastShare] {
    /// The start days of holdings on which all holdings possible at that time may exceed the whole,
    /// in the order of the holdings; nil denotes a day before all others.
    ///
    /// A single pass over time with each owner's minimum rounded up, which leaves few days to add
    /// up exactly.
    var daysPerhapsAboveTheWhole: [Day?] {
        let ending = filter { $0.latest != nil }.sorted { $0.lasts(less: $1) }
        var ended = ending[...]
        var held = HeldShares()
        var above: Set<Day?> = []
        for (day, beginning) in Dictionary(grouping: self, by: \.earliest).inOrderOfDays {
            beginning.forEach { held.add($0) }
            while let first = ended.first, first.isOver(by: day) {
                held.remove(ended.removeFirst())
            }
            if held.mayBeAboveTheWhole { above.insert(day) }
        }
        return map(\.earliest).uniqued().filter { above.contains($0) }
    }
}

extension LeastShare {
    fileprivate func lasts(less other: LeastShare) -> Bool {
        guard let end = latest, let otherEnd = other.latest else { return latest != nil }
        return end < otherEnd
    }

    fileprivate func isOver(by day: Day?) -> Bool {
        guard let day, let latest else { return false }
        return latest < day
    }

    /// The share in billionths, rounded up and capped at twice the whole.
    fileprivate var billionths: Int64 {
        let (whole, rest) = (share.numerator * HeldShares.whole)
            .quotientAndRemainder(dividingBy: share.denominator)
        return Swift.min(whole + (rest > 0 ? 1 : 0), 2 * HeldShares.whole)
    }
}

extension [Day?: [LeastShare]] {
    fileprivate var inOrderOfDays: [(day: Day?, holdings: [LeastShare])] {
        map { (day: $0.key, holdings: $0.value) }.sorted { one, other in
            guard let later = other.day else { return false }
            return one.day.map { $0 < later } ?? true
        }
    }
}

/// The shares that may be held at one time, in billionths.
private struct HeldShares {
    static let whole: Int64 = 1_000_000_000

    private var ofOwners: [ActorSlug: [Int64]] = [:]
    private var sum: Int64 = 0

    var mayBeAboveTheWhole: Bool { sum > HeldShares.whole }

    mutating func add(_ holding: LeastShare) {
        change(holding.owner) { $0.append(holding.billionths) }
    }

    mutating func remove(_ holding: LeastShare) {
        change(holding.owner) { shares in
            shares.firstIndex(of: holding.billionths).map { _ = shares.remove(at: $0) }
        }
    }

    private mutating func change(_ owner: ActorSlug, _ change: (inout [Int64]) -> Void) {
        sum -= ofOwners[owner]?.min() ?? 0
        change(&ofOwners[owner, default: []])
        sum += ofOwners[owner]?.min() ?? 0
    }
}
