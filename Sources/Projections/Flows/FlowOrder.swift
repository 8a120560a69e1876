import CaseModel

/// The order of steps: each behind those that brought goods into the giver's hands.
///
/// A hand that got something ten thousand times and gave ten thousand times would make a hundred
/// million pairs, so each step names only the last few that it may follow, and counts the rest.
struct FlowOrder {
    /// The steps with what they follow, each behind it; a circle is entered at its earliest step.
    private(set) var steps: [FlowStep] = []

    /// How many steps a step names that it may follow.
    private static let most = 20
    /// How many steps are looked at for them.
    private static let looked = 200

    /// Orders steps that are in order of time.
    init(_ timed: [FlowStep]) {
        let incoming = Dictionary(
            grouping: timed.indices.filter { timed[$0].kind == .transfer && timed[$0].to != nil }
        ) { timed[$0].to }
        let before = timed.indices.map { place in
            FlowOrder.followed(by: place, timed, incoming[timed[place].from] ?? [])
        }
        for place in FlowOrder.order(before) {
            var step = timed[place]
            step.after = before[place].map { timed[$0].event }
            let all = step.from == nil ? 0 : incoming[step.from]?.count ?? 0
            step.furtherBefore = before[place].count < FlowOrder.most ? 0 : all - FlowOrder.most
            steps.append(step)
        }
    }

    /// The places of the last steps into the giver's hands that a step may follow, in order.
    private static func followed(
        by place: Int, _ timed: [FlowStep], _ incoming: [Int]
    ) -> [Int] {
        guard timed[place].from != nil else { return [] }
        // Those at later places may still be earlier: their dates are vague, or they have none.
        let split = incoming.partitioningIndex { $0 > place }
        let near = incoming[max(0, split - looked)..<min(incoming.count, split + looked)]
        let possible = near.filter { timed[place].mayFollow(timed[$0]) }
        return Array(possible.suffix(most))
    }

    /// The places in the order in which each stands behind those before it, otherwise as they are.
    private static func order(_ before: [[Int]]) -> [Int] {
        var ordered: [Int] = []
        var isSeen = [Bool](repeating: false, count: before.count)
        for start in before.indices where !isSeen[start] {
            isSeen[start] = true
            var path = [(place: start, next: 0)]
            while let (place, next) = path.last {
                guard next < before[place].count else {
                    ordered.append(place)
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let cause = before[place][next]
                guard !isSeen[cause] else { continue }
                isSeen[cause] = true
                path.append((cause, 0))
            }
        }
        return ordered
    }
}
