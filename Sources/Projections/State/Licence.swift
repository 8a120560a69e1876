public import CaseModel

/// A decision on a licence: for whom, from which measure, for what.
public struct Licence: Hashable, Sendable {
    /// The licensee; nil if not stated.
    public let party: ActorSlug?
    /// The measure that it exempts from; nil if not stated.
    public let measure: Slug?
    /// Its scope; nil if not stated.
    public let scope: String?
    /// The latest decision.
    public internal(set) var decision: LicenceDecision
    /// The date of the decision; nil if undated.
    public internal(set) var since: EDTFDate?
    /// The planned end; nil if no source states one.
    public internal(set) var until: EDTFDate?
    /// Whether the planned end has passed by the requested day, and no end was recorded.
    public internal(set) var hasUntilPassed = false
    /// The event of the decision.
    public internal(set) var setBy: EventReference
    /// The last event that continued it.
    var sustainedBy: EventReference
    /// Whether it is certain under the requested clocks.
    public internal(set) var isCertain = true
    /// Changes that may have happened since, but are not certain.
    public internal(set) var perhaps: [Possibility] = []
    let isKnown = true
}

/// The effects of an event on a licence.
enum LicenceEffect {
    case decided(LicenceDecided)
    /// The time span of the event has ended.
    case over
}

/// Decisions on licences, folded from world events.
struct Licences {
    /// The licences in order of measure, party and scope.
    let current: [Licence]

    init(_ happenings: [Event], by day: DayAsked) {
        current = Licences.changes(happenings, by: day).sorted {
            $0.key.lexicographicallyPrecedes($1.key) { $0.lexicographicallyPrecedes($1) }
        }.compactMap { _, changes in
            guard var licence = Licence(folding: changes) else { return nil }
            licence.hasUntilPassed = day.hasPassed(licence.until)
            return licence
        }
    }

    /// The changes of licences by world events, by measure, party and scope.
    static func changes(
        _ happenings: [Event], by day: DayAsked
    ) -> [[[UInt8]]: [DatedChange<LicenceEffect>]] {
        var changes: [[[UInt8]]: [DatedChange<LicenceEffect>]] = [:]
        for event in happenings {
            guard case .licenceDecided(let decided) = event.body.content else { continue }
            let identity = [decided.measure?.text, decided.party?.slug.text, decided.scope]
                .map { Array(($0 ?? "").utf8) }
            changes[identity, default: []] += day.changes(decided, event)
        }
        return changes
    }
}

extension DayAsked {
    fileprivate func changes(
        _ decided: LicenceDecided, _ event: Event
    ) -> [DatedChange<LicenceEffect>] {
        let (date, end) = (event.body.occurred, event.body.occurred?.end)
        let effect = LicenceEffect.decided(decided)
        let said = DatedChange(effect, on: date, hasCome(date, by: event), by: event)
        let over = end.flatMap {
            DatedChange(LicenceEffect.over, on: $0, isOver($0, by: event), by: event)
        }
        return [said, over].compactMap(\.self)
    }
}

extension Licence: Life {
    init?(_ change: DatedChange<LicenceEffect>) {
        guard case .decided(let decided) = change.effect else { return nil }
        self.init(
            party: decided.party, measure: decided.measure, scope: decided.scope,
            decision: decided.decision, since: change.date, until: decided.until,
            setBy: change.event.reference, sustainedBy: change.event.reference)
    }

    mutating func apply(_ change: DatedChange<LicenceEffect>) {
        switch change.effect {
        case .decided(let decided):
            // Undated decisions are applied last; an application or grant cannot be known to be
            // later than a dated end.
            if change.date == nil, [.applied, .granted].contains(decided.decision) { return }
            if decided.decision == decision {
                until = decided.until ?? until
            } else {
                set(decided.decision, until: decided.until, change)
            }
            sustainedBy = change.event.reference
        case .over:
            guard sustainedBy == change.event.reference, decision == .granted else { return }
            set(.expired, until: nil, change)
        }
    }

    func possibility(after change: DatedChange<LicenceEffect>) -> Possibility? {
        var next = self
        next.apply(change)
        guard next.decision != decision || next.until != until else { return nil }
        return Possibility(
            status: next.decision.rawValue, since: next.since, until: next.until,
            setBy: change.event.reference)
    }

    private mutating func set(
        _ decision: LicenceDecision, until: EDTFDate?, _ change: DatedChange<LicenceEffect>
    ) {
        (self.decision, self.until) = (decision, until)
        (since, setBy) = (change.date, change.event.reference)
    }
}
