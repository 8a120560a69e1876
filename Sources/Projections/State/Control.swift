public import CaseModel

/// Control of an asset by someone other than its owner.
public struct Control: Hashable, Sendable {
    /// What is controlled.
    public let asset: ActorSlug
    /// Who took control; empty if not stated.
    public let by: [ActorSlug]
    /// Which share of it; nil if no source says.
    public let share: Share?
    /// How far the control goes; nil if no source says.
    public let scope: String?
    /// The order; nil if no source names one.
    public let measure: Slug?
    /// When it was taken; nil if that is undated.
    public let since: EDTFDate?
    /// The planned end; nil if no source states one.
    public internal(set) var until: EDTFDate?
    /// Whether the planned end has passed by the requested day, and no end was recorded.
    public internal(set) var hasUntilPassed = false
    /// The event by which it was taken.
    public let setBy: EventReference
    /// Whether it was certainly taken under the requested clocks.
    public let isCertain: Bool
    /// Changes that may have happened since, but are not certain.
    public internal(set) var perhaps: [Possibility] = []
}

extension Control {
    /// The control that an event takes.
    init(_ taken: ControlTaken, _ event: Event, isCertain: Bool) {
        self.init(
            asset: taken.asset, by: event.actors(in: .actor), share: taken.share,
            scope: taken.scope, measure: taken.measure, since: event.body.occurred?.start,
            until: taken.until, setBy: event.reference, isCertain: isCertain)
    }
}
