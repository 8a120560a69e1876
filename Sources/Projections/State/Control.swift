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
/// Two takings of one asset stand side
/// by side: neither undoes the other.
struct Controls {
    private(set) var current: [Control] = []

    init(_ happenings: [Event]) {
        happenings.forEach { apply($0) }
        current.sort { $0.asset < $1.asset }
    }

    private mutating func apply(_ event: Event) {
        switch event.body.content {
        case .controlTaken(let taken):
            current.append(
                Control(
                    asset: taken.asset, by: event.actors(in: .actor), share: taken.share,
                    scope: taken.scope, measure: taken.measure, since: event.body.occurred,
                    setBy: event.reference))
        case .controlReturned(let returned):
            current.removeAll { returned.ends($0) }
        default: break
        }
    }
}

extension ControlReturned {
    /// A return that names its order ends what that order took; one that names none ends all.
    fileprivate func ends(_ control: Control) -> Bool {
        asset == control.asset && (measure == nil || measure == control.measure)
    }
}
