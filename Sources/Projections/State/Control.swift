public import CaseModel

/// Somebody's control of an asset that others own.
public struct Control: Hashable, Sendable {
    /// What is controlled.
    public let asset: ActorSlug
    /// Who took control; empty where nobody says.
    public let by: [ActorSlug]
    /// Which share of it; nil where no source says.
    public let share: Share?
    /// How far the control goes; nil where no source says.
    public let scope: String?
    /// The order; nil where no source names one.
    public let measure: Slug?
    /// When it was taken; nil where that is undated.
    public let since: EDTFDate?
    /// When it is to end; nil where no source says.
    public internal(set) var until: EDTFDate?
    /// Whether that day has passed by the day asked, and nobody recorded its end.
    public internal(set) var hasUntilPassed = false
    /// The event that took it.
    public let setBy: EventReference
    /// Whether it certainly was taken by the clocks asked.
    public let isCertain: Bool
    /// What only may have come since.
    public internal(set) var perhaps: [Possibility] = []
}

/// The takings of control in one case, and what became of them.
///
/// Two takings of one asset stand side by side: neither undoes the other.
struct Controls {
    /// A taking, with what ended it.
    struct Taking {
        var control: Control
        let event: Event
        /// What certainly ended it; nil where nothing did.
        var end: End?
        /// What only may have ended it, by the clocks asked.
        var possibleEnds: [End] = []
        /// Whether it goes on beyond the span of its event.
        var isProlonged = false
    }

    /// The end of a taking: a return, or the end of the span over which it was recorded.
    struct End {
        let date: EDTFDate?
        let event: Event
    }

    private(set) var takings: [Taking] = []
    /// Where those stand that nothing certainly ended yet, by asset, in order.
    private var open: [ActorSlug: [Int]] = [:]
    /// Returns that found nothing to end: what they end is dated less precisely, or not at all.
    private var early: [(returned: ControlReturned, event: Event)] = []
    private let day: DayAsked
    private let takingOrders: Set<Slug>

    /// The controls that stand, in order of asset and time.
    var current: [Control] {
        takings.filter { $0.end == nil }.map(\.control).sorted { $0.asset < $1.asset }
    }

    /// Folds the happenings of one case, in order of time.
    ///
    /// A return that only may have been ends nothing; it stands beside what it may have ended.
    init(_ happenings: [Event], by day: DayAsked) {
        self.day = day
        takingOrders = Set(happenings.compactMap(\.takingOrder))
        happenings.forEach { apply($0) }
        for index in takings.indices { close(&takings[index]) }
    }

    private mutating func apply(_ event: Event) {
        switch event.body.content {
        case .controlTaken(let taken): take(taken, event)
        case .controlReturned(let returned): end(returned, event)
        case .controlExtended(let extended): extend(extended, event)
        default: break
        }
    }

    private mutating func take(_ taken: ControlTaken, _ event: Event) {
        let certain = !day.doubtful.contains(event.reference)
        var taking = Taking(control: Control(taken, event, isCertain: certain), event: event)
        let place = early.firstIndex { early in
            ends(early.returned, taking.control)
                && !isBefore(early.event.body.occurred, taking.control.since)
        }
        if let place { note(early.remove(at: place).event, in: &taking) }
        if taking.end == nil { open[taken.asset, default: []].append(takings.count) }
        takings.append(taking)
    }

    private mutating func end(_ returned: ControlReturned, _ event: Event) {
        let ended = (open[returned.asset] ?? []).filter { index in
            let taking = takings[index]
            return ends(returned, taking.control)
                && !isBefore(taking.event.body.occurred?.end, event.body.occurred)
        }
        if ended.isEmpty { early.append((returned, event)) }
        for index in ended { note(event, in: &takings[index]) }
        open[returned.asset]?.removeAll { takings[$0].end != nil }
    }

    private func note(_ event: Event, in taking: inout Taking) {
        let end = End(date: event.body.occurred, event: event)
        if day.doubtful.contains(event.reference) {
            taking.possibleEnds.append(end)
        } else {
            taking.end = end
        }
    }

    private mutating func extend(_ extended: ControlExtended, _ event: Event) {
        for index in open[extended.asset] ?? []
        where [nil, takings[index].control.measure].contains(extended.measure) {
            if day.doubtful.contains(event.reference) {
                let control = takings[index].control
                takings[index].control.perhaps.append(
                    Possibility(
                        status: "taken", since: control.since, until: extended.until,
                        setBy: event.reference))
            } else {
                takings[index].control.until = extended.until
                takings[index].isProlonged = true
            }
        }
    }

    /// Ends a taking with the span of its event, and says what only may have ended it.
    private func close(_ taking: inout Taking) {
        guard taking.end == nil else { return }
        if let end = taking.event.body.occurred?.end, !taking.isProlonged {
            let over = End(date: end, event: taking.event)
            switch day.isOver(end, by: taking.event) {
            case .yes: taking.end = over
            case .unknown: taking.possibleEnds.append(over)
            case .no: break
            }
        }
        taking.control.hasUntilPassed = day.hasPassed(taking.control.until)
        taking.control.perhaps += taking.possibleEnds.map { end in
            Possibility(
                status: end.event.reference == taking.event.reference ? "over" : "returned",
                since: end.date, setBy: end.event.reference)
        }
    }

    /// A return that names the order of a taking ends what that order took; else, be it unnamed or
    /// an order of its own, all that is taken of the asset.
    private func ends(_ returned: ControlReturned, _ control: Control) -> Bool {
        guard returned.asset == control.asset else { return false }
        guard let order = returned.measure, takingOrders.contains(order) else { return true }
        return order == control.measure
    }

    private func isBefore(_ earlier: EDTFDate?, _ later: EDTFDate?) -> Bool {
        guard let earlier, let later else { return false }
        return earlier.isBefore(later) == .yes
    }
}

extension Control {
    fileprivate init(_ taken: ControlTaken, _ event: Event, isCertain: Bool) {
        self.init(
            asset: taken.asset, by: event.actors(in: .actor), share: taken.share,
            scope: taken.scope, measure: taken.measure, since: event.body.occurred?.start,
            until: taken.until, setBy: event.reference, isCertain: isCertain)
    }
}

extension Event {
    /// The order by which control is taken; nil for any other event.
    var takingOrder: Slug? {
        guard case .controlTaken(let taken) = body.content else { return nil }
        return taken.measure
    }
}
