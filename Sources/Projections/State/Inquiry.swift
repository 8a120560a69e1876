public import CaseModel

/// A summons, probe or suit over its life: open ⇄ paused → withdrawn, decided or closed; a decision
/// may be appealed.
public struct Inquiry: Hashable, Sendable {
    /// The stage of an inquiry.
    public enum Status: String, Hashable, Sendable {
        case open, paused, withdrawn, decided, appealed, closed
        /// The stated period is over, and it is not recorded how it ended.
        case ended
    }

    /// What it is about.
    public let subject: String
    /// Its stage.
    public internal(set) var status: Status
    /// What came of it; nil if not stated.
    public internal(set) var outcome: String?
    /// Since when it has that status; nil if undated.
    public internal(set) var since: EDTFDate?
    /// The event that set the status.
    public internal(set) var setBy: EventReference
    /// The last event that continued the status.
    var sustainedBy: EventReference
    /// Whether its status is certain under the requested clocks.
    public internal(set) var isCertain = true
    /// Changes that may have happened since, but are not certain.
    public internal(set) var perhaps: [Possibility] = []
    let isKnown = true
}

/// The effects of an event on an inquiry.
enum InquiryEffect {
    case said(Inquiry.Status, outcome: String?)
    /// The time span of the event has ended.
    case over
}

/// The inquiries of a case, folded from its world events.
struct Inquiries {
    /// The inquiries in order of their subjects.
    let current: [Inquiry]

    init(_ happenings: [Event], by day: DayAsked) {
        current = Inquiries.changes(happenings, by: day)
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .compactMap { Inquiry(folding: $1) }
    }

    /// The changes of inquiries by world events, by the bytes of their subjects.
    static func changes(
        _ happenings: [Event], by day: DayAsked
    ) -> [[UInt8]: [DatedChange<InquiryEffect>]] {
        var changes: [[UInt8]: [DatedChange<InquiryEffect>]] = [:]
        for event in happenings {
            guard let (subject, effect) = event.inquiryEffect else { continue }
            let (date, end) = (event.body.occurred, event.body.occurred?.end)
            let said = DatedChange(effect, on: date, day.hasCome(date, by: event), by: event)
            let over = end.flatMap {
                DatedChange(InquiryEffect.over, on: $0, day.isOver($0, by: event), by: event)
            }
            changes[Array(subject.utf8), default: []] += [said, over].compactMap(\.self)
        }
        return changes
    }
}

extension Event {
    /// What it does to which inquiry; nil for any other event.
    fileprivate var inquiryEffect: (subject: String, effect: InquiryEffect)? {
        switch body.content {
        case .inquiryOpened(let it): (it.subject, .said(.open, outcome: it.outcome))
        case .inquiryPaused(let it): (it.subject, .said(.paused, outcome: nil))
        case .inquiryResumed(let it): (it.subject, .said(.open, outcome: nil))
        case .inquiryWithdrawn(let it): (it.subject, .said(.withdrawn, outcome: nil))
        case .inquiryClosed(let it): (it.subject, .said(.closed, outcome: it.outcome))
        case .rulingIssued(let it): (it.subject, .said(.decided, outcome: it.decision))
        case .rulingAppealed(let it): (it.subject, .said(.appealed, outcome: nil))
        default: nil
        }
    }
}

extension Inquiry: Life {
    init?(_ change: DatedChange<InquiryEffect>) {
        guard let (subject, effect) = change.event.inquiryEffect,
            case .said(let status, let outcome) = effect, case .said = change.effect
        else { return nil }
        self.init(
            subject: subject, status: status, outcome: outcome, since: change.date,
            setBy: change.event.reference, sustainedBy: change.event.reference)
    }

    mutating func apply(_ change: DatedChange<InquiryEffect>) {
        switch change.effect {
        case .said(let status, let outcome):
            // Undated changes are applied last; that it is open cannot be known to be later than a
            // dated end.
            if change.date == nil, status == .open { return }
            self.outcome = outcome ?? self.outcome
            if status != self.status { set(status, change) }
            sustainedBy = change.event.reference
        case .over:
            guard sustainedBy == change.event.reference, [.open, .paused].contains(status) else {
                return
            }
            set(status == .paused ? .open : .ended, change)
        }
    }

    func possibility(after change: DatedChange<InquiryEffect>) -> Possibility? {
        var next = self
        next.apply(change)
        guard next.status != status else { return nil }
        return Possibility(
            status: next.status.rawValue, since: next.since, setBy: change.event.reference)
    }

    private mutating func set(_ status: Status, _ change: DatedChange<InquiryEffect>) {
        (self.status, since, setBy) = (status, change.date, change.event.reference)
    }
}
