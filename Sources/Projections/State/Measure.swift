public import CaseModel

/// A measure over its life: proposed → announced → in force ⇄ suspended → ended.
///
/// One in all cases: whatever case tells of it, its slug names the same measure.
public struct Measure: Hashable, Sendable {
    /// Where a measure is in its life.
    public enum Status: Hashable, Sendable {
        case proposed, announced, inForce, suspended
        /// Over; nil where nobody says how: a span has passed, or all was returned that it took.
        case ended(MeasureEnd?)
    }

    /// A pause of a measure.
    struct Pause: Hashable {
        /// Where its beginning stands among the changes.
        let order: ByTime
        /// What the measure is when the pause is over.
        var after: Status
    }

    /// A change of its scope, dates or enforcement.
    public struct Amendment: Hashable, Sendable {
        /// The event.
        public let event: EventReference
        /// When it happened; nil where it is undated.
        public let occurred: EDTFDate?
        /// What the event says.
        public let said: MeasureAmended
        /// Whether it has certainly come by the clocks asked.
        public let isCertain: Bool
    }

    /// The measure.
    public let slug: Slug
    /// What is registered of it; nil where nothing is.
    public internal(set) var register: MeasureRegistered?
    /// What kind of measure it is; nil where no source says.
    public internal(set) var kind: MeasureKind?
    /// Who took it, in order of first mention.
    public internal(set) var by: [ActorSlug] = []
    /// Whom it is aimed at, in order of first mention.
    public internal(set) var on: [ActorSlug] = []
    /// The order or law; nil where no source says.
    public internal(set) var instrument: String?
    /// Which way the events say that it goes; nil where none does.
    var statedDirection: Direction?
    /// Whose measure the events say that it is; nil where none does.
    var statedJurisdiction: ActorSlug?
    /// From when it has effect; nil where no source gives another day than that of the event.
    public internal(set) var effective: EDTFDate?
    /// Where it is in its life.
    public internal(set) var status: Status
    /// When it got that status; nil where that is undated.
    public internal(set) var since: EDTFDate?
    /// When it is to end; nil where no source says.
    var term: EDTFDate?
    /// When its last suspension is to end; nil where no source says.
    var pauseTerm: EDTFDate?
    /// Whether it is enforced.
    public internal(set) var isEnforced = true
    /// Since when it is enforced again, or not enforced; nil where nothing was said of it.
    public internal(set) var enforcedSince: EDTFDate?
    /// Until when that is to last; nil where nobody says.
    public internal(set) var enforcedUntil: EDTFDate?
    /// What was changed in it, in order of time.
    public internal(set) var amendments: [Amendment] = []
    /// The event that set the status.
    public internal(set) var setBy: EventReference
    /// Whether anything was said yet that gives it a status.
    var isKnown = false
    /// The last event by which it came into force, or goes on; nil where there is none.
    var sustainedBy: EventReference?
    /// The last event by which it was paused, or its pause goes on; nil where there is none.
    var pausedBy: EventReference?
    /// Its last pause; nil where there was none.
    var lastPause: Pause?
    /// Where its last end stands among its changes; nil where there was none.
    var lastEnd: ByTime?
    /// Whether its status is certain by the clocks asked.
    public internal(set) var isCertain = true
    /// What only may have come since.
    public internal(set) var perhaps: [Possibility] = []
    /// Whether its `until` has passed by the day asked, and nobody recorded its end.
    public internal(set) var hasUntilPassed = false
    /// Whether `enforcedUntil` has passed by the day asked, and nobody recorded what came then.
    public internal(set) var hasEnforcedUntilPassed = false
}

extension Measure {
    /// When it, or the suspension that it is in, is to end.
    public var until: EDTFDate? {
        switch status {
        case .suspended: pauseTerm
        case .ended: nil
        case .proposed, .announced, .inForce: term
        }
    }

    /// Which way it goes: as an event says, as it is registered, or as its kind has it.
    public var direction: Direction {
        statedDirection ?? register?.direction
            ?? (kind ?? register?.kind)?.direction ?? .restricts
    }

    /// Whose measure it is; nil where nobody says.
    public var jurisdiction: ActorSlug? { statedJurisdiction ?? register?.jurisdiction }
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

    /// How it came to its end; nil where it did not, or nobody says how.
    public var how: MeasureEnd? {
        if case .ended(let how) = self { how } else { nil }
    }
}
