public import CaseModel

/// Somebody's control of an asset that others own.
public struct Control: Hashable, Sendable {
    /// What is controlled.
    public let asset: ActorSlug
    /// Who took control.
    public let by: [ActorSlug]
    /// Which share of it; nil where no source says.
    public let share: Share?
    /// How far the control goes; nil where no source says.
    public let scope: String?
    /// The order; nil where no source names one.
    public let measure: Slug?
    /// When it was taken; nil where that is undated.
    public let since: EDTFDate?
    /// The event that took it.
    public let setBy: EventReference
}

/// Who controls what, folded from happenings in order of time.
///
/// Two takings of one asset stand side by side: neither undoes the other.
struct Controls {
    private(set) var current: [Control] = []
    /// Returns that found nothing to end: what they end is dated less precisely, or not at all.
    private var early: [Return] = []
    /// The takings that only may have been ended.
    private(set) var uncertain: Set<EventReference> = []
    private let doubtful: Set<EventReference>
    private let takingOrders: Set<Slug>

    private struct Return {
        let returned: ControlReturned
        let occurred: EDTFDate?
        let isCertain: Bool
    }

    /// A return that only may have been ends nothing, and leaves doubt.
    init(_ happenings: [Event], doubtful: Set<EventReference> = []) {
        self.doubtful = doubtful
        takingOrders = Set(happenings.compactMap(\.takingOrder))
        happenings.forEach { apply($0) }
        current.sort { $0.asset < $1.asset }
    }

    private mutating func apply(_ event: Event) {
        switch event.body.content {
        case .controlTaken(let taken): take(Control(taken, event))
        case .controlReturned(let returned):
            end(
                Return(
                    returned: returned, occurred: event.body.occurred,
                    isCertain: !doubtful.contains(event.reference)))
        default: break
        }
    }

    private mutating func take(_ control: Control) {
        let place = early.firstIndex { early in
            ends(early.returned, control) && !isBefore(early.occurred, control.since)
        }
        current.append(control)
        if let place { drop([control], by: early.remove(at: place)) }
    }

    private mutating func end(_ end: Return) {
        let ended = current.filter { ends(end.returned, $0) }
        if ended.isEmpty { early.append(end) } else { drop(ended, by: end) }
    }

    private mutating func drop(_ ended: [Control], by end: Return) {
        let takings = Set(ended.map(\.setBy))
        if end.isCertain {
            current.removeAll { takings.contains($0.setBy) }
        } else {
            uncertain.formUnion(takings)
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
    fileprivate init(_ taken: ControlTaken, _ event: Event) {
        self.init(
            asset: taken.asset, by: event.actors(in: .actor), share: taken.share,
            scope: taken.scope, measure: taken.measure, since: event.body.occurred,
            setBy: event.reference)
    }
}

extension Event {
    /// The order by which control is taken; nil for any other event.
    fileprivate var takingOrder: Slug? {
        guard case .controlTaken(let taken) = body.content else { return nil }
        return taken.measure
    }
}
