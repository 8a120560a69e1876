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
    /// When it is to end; nil where no source says.
    var term: EDTFDate?
    /// When its last suspension is to end; nil where no source says.
    var pause: EDTFDate?
    /// Whether it is enforced.
    public internal(set) var isEnforced = true
    /// The event that set the status.
    public internal(set) var setBy: EventReference
}

extension Measure {
    /// When it, or the suspension that it is in, is to end; that this day has passed changes
    /// nothing.
    public var until: EDTFDate? {
        switch status {
        case .suspended: pause
        case .ended: nil
        case .proposed, .announced, .inForce: term
        }
    }
}

extension Measure.Status {
    /// How far it is in the life of a measure.
    var stage: Int {
        switch self {
        case .proposed: 0
        case .announced: 1
        case .inForce: 2
        case .suspended: 3
        case .ended: 4
        }
    }

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
