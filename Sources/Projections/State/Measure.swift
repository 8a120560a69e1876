public import CaseModel

/// A measure over its life cycle: proposed → announced → in force ⇄ suspended → ended.
///
/// A slug denotes the same measure in all cases.
public struct Measure: Hashable, Sendable {
    /// The stage of a measure in its life cycle.
    public enum Status: Hashable, Sendable {
        case proposed, announced, inForce, suspended
        /// Ended; nil if it is not stated how: a span has passed, or everything taken was returned.
        case ended(MeasureEnd?)
    }

    /// A suspension of a measure.
    struct Pause: Hashable {
        /// The sort key of its start among the changes.
        let order: ByTime
        /// The status of the measure after the suspension.
        var after: Status
    }

    /// A change of its scope, dates or enforcement.
    public struct Amendment: Hashable, Sendable {
        /// The event.
        public let event: EventReference
        /// When it happened; nil if it is undated.
        public let occurred: EDTFDate?
        /// The content of the event.
        public let said: MeasureAmended
        /// Whether it has certainly happened under the requested clocks.
        public let isCertain: Bool
    }

    /// The measure.
    public let slug: Slug
    /// Its registration; nil if there is none.
    public internal(set) var register: MeasureRegistered?
    /// Its kind; nil if no source states one.
    public internal(set) var kind: MeasureKind?
    /// Who imposed it, in order of first mention.
    public internal(set) var by: [ActorSlug] = []
    /// Its targets, in order of first mention.
    public internal(set) var on: [ActorSlug] = []
    /// The order or law; nil if no source states one.
    public internal(set) var instrument: String?
    /// The direction that events state; nil if none does.
    var statedDirection: Direction?
    /// The jurisdiction that events state; nil if none does.
    var statedJurisdiction: ActorSlug?
    /// When it takes effect; nil if no source states another day than that of the event.
    public internal(set) var effective: EDTFDate?
    /// Its status.
    public internal(set) var status: Status
    /// Since when it has that status; nil if undated.
    public internal(set) var since: EDTFDate?
    /// The planned end; nil if no source states one.
    var term: EDTFDate?
    /// The planned end of its last suspension; nil if no source states one.
    var pauseTerm: EDTFDate?
    /// Whether it is enforced.
    public internal(set) var isEnforced = true
    /// Since when it is enforced again, or not enforced; nil if never stated.
    public internal(set) var enforcedSince: EDTFDate?
    /// Until when that is to last; nil if not stated.
    public internal(set) var enforcedUntil: EDTFDate?
    /// Its amendments, in order of time.
    public internal(set) var amendments: [Amendment] = []
    /// The event that set the status.
    public internal(set) var setBy: EventReference
    /// Whether any event has given it a status.
    var isKnown = false
    /// The last event that put it into force or extended it; nil if there is none.
    var sustainedBy: EventReference?
    /// The last event that suspended it or extended its suspension; nil if there is none.
    var pausedBy: EventReference?
    /// Its last suspension; nil if there is none.
    var lastPause: Pause?
    /// The sort key of its last end among its changes; nil if there is none.
    var lastEnd: ByTime?
    /// Whether its status is certain under the requested clocks.
    public internal(set) var isCertain = true
    /// Changes that may have happened since, but are not certain.
    public internal(set) var perhaps: [Possibility] = []
    /// Whether `until` has passed by the requested day, and no end was recorded.
    public internal(set) var hasUntilPassed = false
    /// Whether `enforcedUntil` has passed by the requested day, and nothing was recorded after it.
    public internal(set) var hasEnforcedUntilPassed = false
}

extension Measure {
    /// The planned end of the measure, or of the suspension that it is in.
    public var until: EDTFDate? {
        switch status {
        case .suspended: pauseTerm
        case .ended: nil
        case .proposed, .announced, .inForce: term
        }
    }

    /// Its direction: as stated by an event, as registered, or by its kind.
    public var direction: Direction {
        statedDirection ?? register?.direction
            ?? (kind ?? register?.kind)?.direction ?? .restricts
    }

    /// Its jurisdiction; nil if not stated.
    public var jurisdiction: ActorSlug? { statedJurisdiction ?? register?.jurisdiction }
}

extension Measure.Status {
    /// The rank of the status in the life cycle.
    var stage: Int {
        switch self {
        case .proposed: 0
        case .announced: 1
        case .inForce: 2
        case .suspended: 3
        case .ended: 4
        }
    }

    /// The status in the word of the language.
    public var word: String {
        switch self {
        case .proposed: "proposed"
        case .announced: "announced"
        case .inForce: "in_force"
        case .suspended: "suspended"
        case .ended: "ended"
        }
    }

    /// How it ended; nil if it did not, or it is not stated.
    public var how: MeasureEnd? {
        if case .ended(let how) = self { how } else { nil }
    }
}
