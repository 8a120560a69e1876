import CaseModel

extension DayAsked {
    /// A change for each order under which everything taken has been returned, on the day of the
    /// last return.
    ///
    /// If one of the takings or returns is only possible, so is the change.
    func emptiedOrders(
        _ happenings: [Event]
    ) -> [(measure: Slug, change: DatedChange<MeasureEffect>)] {
        Dictionary(grouping: takings(happenings)) { $0.control.measure }
            .flatMap { order, takings in
                order.map { order in takings.emptyings(of: order).map { (order, $0) } } ?? []
            }
    }

    /// The takings of all cases in the given world events.
    ///
    /// What another case says about an order that these name counts too: an order is the same in
    /// all cases.
    ///
    /// - Parameters:
    ///   - happenings: the world events that count, and retracted ones.
    ///   - retracted: the positions of the retracted ones.
    /// - Returns: the takings, stream by stream.
    func takings(_ happenings: [Event], retracted: Set<Int64> = []) -> [Controls.Taking] {
        let goingOn = happenings.goingOn
        return Dictionary(grouping: happenings, by: \.stream).flatMap { stream, own in
            let orders = Set(own.compactMap(\.takingOrder))
            let foreign = Set(own.compactMap(\.takenAsset)).flatMap { asset in
                (goingOn[asset] ?? [:]).filter { orders.contains($0.key) }.values.joined()
            }.filter { $0.stream != stream }
            return Controls((own + foreign).inOrderOfTime, by: self, retracted: retracted).takings
        }
    }
}

extension [Controls.Taking] {
    /// The moments at which everything taken under one order had been returned.
    ///
    /// A single pass over the ends: everything known to be taken before an end must have been
    /// returned by then. Undated takings count as taken before all others.
    fileprivate func emptyings(of order: Slug) -> [DatedChange<MeasureEffect>] {
        let ended = Dictionary(grouping: self) { $0.lastEnd?.event.reference }
        let ends = compactMap(\.lastEnd).inOrder(of: \.order)
        var coming = filter { $0.control.since != nil }.inOrder(of: \.order)[...]
        var begun = Begun(filter { $0.control.since == nil })
        var seen: Set<EventReference> = []
        return ends.filter { seen.insert($0.event.reference).inserted }.compactMap { end in
            while let next = coming.first, next.order < end.order {
                begun.take(next)
                coming.removeFirst()
            }
            var all = begun
            (ended[end.event.reference] ?? []).forEach { all.take($0) }
            return all.isBack(by: end) ? all.emptied(order, by: end) : nil
        }
    }
}

/// The takings up to some moment.
private struct Begun {
    private var isOpen = false
    private var isCertain = true
    private var lastEnd: ByTime?
    private var lastTaken: ByTime?

    init(_ takings: [Controls.Taking]) { takings.forEach { take($0) } }

    mutating func take(_ taking: Controls.Taking) {
        isCertain = isCertain && taking.end != nil && taking.control.isCertain
        if taking.control.since != nil {
            lastTaken = [lastTaken, taking.order].compactMap(\.self).max()
        }
        guard let end = taking.lastEnd else { return isOpen = true }
        lastEnd = [lastEnd, end.order].compactMap(\.self).max()
    }

    func isBack(by end: Controls.End) -> Bool {
        !isOpen && lastEnd.map { $0 <= end.order } ?? false
    }

    /// A return that is dated less precisely than the taking is ordered after it.
    func emptied(_ order: Slug, by end: Controls.End) -> DatedChange<MeasureEffect>? {
        DatedChange(
            .emptied(order), on: end.date, isCertain ? .yes : .unknown, by: end.event,
            orderedBy: [end.order, lastTaken].compactMap(\.self).max())
    }
}

extension Controls.Taking {
    /// Its certain end, otherwise its last possible one; nil if there is neither.
    fileprivate var lastEnd: Controls.End? { end ?? possibleEnds.last }

    fileprivate var order: ByTime { ByTime(date: event.body.occurred, position: event.position) }
}

extension Controls.End {
    fileprivate var order: ByTime { ByTime(date: date, position: event.position) }
}

extension [Event] {
    /// The events that return or extend control of an asset under an order, by asset and order.
    fileprivate var goingOn: [ActorSlug: [Slug: [Event]]] {
        reduce(into: [:]) { found, event in
            guard let order = event.measure, let asset = event.heldAsset else { return }
            found[asset, default: [:]][order, default: []].append(event)
        }
    }
}

extension Event {
    /// The asset whose control it returns or extends.
    fileprivate var heldAsset: ActorSlug? {
        switch body.content {
        case .controlReturned(let returned): returned.asset
        case .controlExtended(let extended): extended.asset
        default: nil
        }
    }

    /// The asset that it takes control of.
    fileprivate var takenAsset: ActorSlug? {
        if case .controlTaken(let taken) = body.content { taken.asset } else { nil }
    }
}
