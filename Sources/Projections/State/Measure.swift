public import CaseModel

/// A measure over its life: proposed → announced → in force ⇄ suspended → ended.
public struct Measure: Hashable, Sendable {
    /// Where a measure is in its life.
    public enum Status: Hashable, Sendable {
        case proposed, announced, inForce, suspended
        case ended(MeasureEnd)
    }

    /// The measure.
    public let slug: Slug
    /// What kind of measure it is; nil where no source says.
    public internal(set) var kind: MeasureKind?
    /// Who took it, in order of first mention.
    public internal(set) var by: [ActorSlug] = []
    /// Whom it is aimed at, in order of first mention.
    public internal(set) var on: [ActorSlug] = []
    /// Where it is in its life; it changes only by an event, never because a date passes.
    public internal(set) var status: Status
    /// When the event that set the status happened; nil where it is undated.
    public internal(set) var since: EDTFDate?
    /// When it, or its suspension, is to end; that this day has passed changes nothing.
    public internal(set) var until: EDTFDate?
    /// Whether it is enforced.
    public internal(set) var isEnforced = true
    /// The event that set the status.
    public internal(set) var setBy: EventReference
}

extension Measure.Status {
    /// The word of the language.
    public var word: String {
        switch self {
        case .proposed: "proposed"
        case .announced: "announced"
        case .inForce: "in_force"
        case .suspended: "suspended"
        case .ended: "ended"
        }
    }
}
