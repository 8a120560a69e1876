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

extension Control {
    /// What an event takes.
    init(_ taken: ControlTaken, _ event: Event, isCertain: Bool) {
        self.init(
            asset: taken.asset, by: event.actors(in: .actor), share: taken.share,
            scope: taken.scope, measure: taken.measure, since: event.body.occurred?.start,
            until: taken.until, setBy: event.reference, isCertain: isCertain)
    }
}
