public import CaseModel

/// A person's role in an organisation.
public struct HeldRole: Hashable, Sendable {
    /// Whether the role is held.
    public enum Status: String, Hashable, Sendable {
        case inOffice = "in_office"
        case suspended, removed
        /// The stated period is over, and it is not recorded how it ended.
        case ended
    }

    /// The person.
    public let person: ActorSlug
    /// The organisation.
    public let organisation: ActorSlug
    /// The role.
    public let role: String
    /// Whether the role is held.
    public internal(set) var status: Status
    /// When it got that status; nil if undated.
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

/// The effects of an event on a role.
enum RoleEffect {
    case said(person: ActorSlug, organisation: ActorSlug, role: String, HeldRole.Status)
    /// The time span of the event has ended.
    case over
}

/// Who holds which role, folded from world events.
struct HeldRoles {
    /// The roles in order of person, organisation and role.
    let current: [HeldRole]

    /// The identity of a role.
    struct Identity: Hashable, Comparable {
        let person: ActorSlug
        let organisation: ActorSlug
        let role: [UInt8]

        /// The three parts as texts.
        var names: [String] {
            [person.slug.text, organisation.slug.text, String(decoding: role, as: UTF8.self)]
        }

        static func < (left: Identity, right: Identity) -> Bool {
            (left.person, left.organisation) == (right.person, right.organisation)
                ? left.role.lexicographicallyPrecedes(right.role)
                : (left.person, left.organisation) < (right.person, right.organisation)
        }
    }

    init(_ happenings: [Event], by day: DayAsked) {
        current = HeldRoles.changes(happenings, by: day).sorted { $0.key < $1.key }
            .compactMap { HeldRole(folding: $1) }
    }

    /// The changes of roles by world events.
    static func changes(
        _ happenings: [Event], by day: DayAsked
    ) -> [Identity: [DatedChange<RoleEffect>]] {
        var changes: [Identity: [DatedChange<RoleEffect>]] = [:]
        for event in happenings {
            guard case .said(let person, let organisation, let role, _)? = event.roleEffect else {
                continue
            }
            let identity = Identity(
                person: person, organisation: organisation, role: Array(role.utf8))
            changes[identity, default: []] += day.changes(event)
        }
        return changes
    }
}

extension DayAsked {
    fileprivate func changes(_ event: Event) -> [DatedChange<RoleEffect>] {
        guard let effect = event.roleEffect else { return [] }
        let (date, end) = (event.body.occurred, event.body.occurred?.end)
        let said = DatedChange(effect, on: date, hasCome(date, by: event), by: event)
        let over = end.flatMap {
            DatedChange(RoleEffect.over, on: $0, isOver($0, by: event), by: event)
        }
        return [said, over].compactMap(\.self)
    }
}

extension HeldRole: Life {
    init?(_ change: DatedChange<RoleEffect>) {
        guard case .said(let person, let organisation, let role, let status) = change.effect else {
            return nil
        }
        self.init(
            person: person, organisation: organisation, role: role, status: status,
            since: change.date, setBy: change.event.reference,
            sustainedBy: change.event.reference)
    }

    mutating func apply(_ change: DatedChange<RoleEffect>) {
        switch change.effect {
        case .said(_, _, _, let status): say(status, change)
        case .over where sustainedBy == change.event.reference: pass(change)
        case .over: break
        }
    }

    func possibility(after change: DatedChange<RoleEffect>) -> Possibility? {
        var next = self
        next.apply(change)
        return next.status == status
            ? nil
            : Possibility(
                status: next.status.rawValue, since: next.since, setBy: change.event.reference)
    }

    /// A status that is only confirmed keeps its start.
    ///
    /// Undated changes are applied last; an undated statement or appointment is ignored then,
    /// because it cannot be known to be later than a dated change.
    private mutating func say(_ status: Status, _ change: DatedChange<RoleEffect>) {
        if change.date == nil, status == .inOffice, !change.event.isReinstatement { return }
        if status != self.status { set(status, change) }
        sustainedBy = change.event.reference
    }

    /// After a suspension for a period, the role is held again; after being held for a period, it
    /// has ended.
    private mutating func pass(_ change: DatedChange<RoleEffect>) {
        switch status {
        case .inOffice: set(.ended, change)
        case .suspended: set(.inOffice, change)
        case .removed, .ended: break
        }
    }

    private mutating func set(_ status: Status, _ change: DatedChange<RoleEffect>) {
        (self.status, since, setBy) = (status, change.date, change.event.reference)
    }
}

extension Event {
    fileprivate var roleEffect: RoleEffect? {
        switch body.content {
        case .roleChanged(let change):
            .said(
                person: change.person, organisation: change.organisation, role: change.role,
                change.how.status)
        case .roleStated(let stated):
            .said(
                person: stated.person, organisation: stated.organisation, role: stated.role,
                .inOffice)
        default: nil
        }
    }

    /// Whether a role is regained after it was lost.
    fileprivate var isReinstatement: Bool {
        guard case .roleChanged(let change) = body.content else { return false }
        return change.how == .reinstated
    }
}

extension RoleChange {
    fileprivate var status: HeldRole.Status {
        switch self {
        case .appointed, .reinstated: .inOffice
        case .suspended: .suspended
        case .removed: .removed
        }
    }
}
