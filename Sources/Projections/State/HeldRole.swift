public import CaseModel

/// Somebody's role in an organisation.
public struct HeldRole: Hashable, Sendable {
    /// Whether the role is held.
    public enum Status: String, Hashable, Sendable {
        case inOffice = "in_office"
        case suspended, removed
    }

    /// Who.
    public let person: ActorSlug
    /// Where.
    public let organisation: ActorSlug
    /// As what.
    public let role: String
    /// Whether the role is held.
    public internal(set) var status: Status
    /// When the event that set the status happened; nil where it is undated.
    public internal(set) var since: EDTFDate?
    /// The event that set the status.
    public internal(set) var setBy: EventReference
}

/// Who holds which role, folded from happenings in order of time.
struct HeldRoles {
    private var roles: [Identity: HeldRole] = [:]

    private struct Identity: Hashable, Comparable {
        let person: ActorSlug
        let organisation: ActorSlug
        let role: [UInt8]

        static func < (left: Identity, right: Identity) -> Bool {
            (left.person, left.organisation) == (right.person, right.organisation)
                ? left.role.lexicographicallyPrecedes(right.role)
                : (left.person, left.organisation) < (right.person, right.organisation)
        }
    }

    var current: [HeldRole] { roles.sorted { $0.key < $1.key }.map(\.value) }

    init(_ happenings: [Event]) {
        for event in happenings {
            switch event.body.content {
            case .roleChanged(let change):
                set(change.person, change.organisation, change.role, change.how.status, event)
            case .roleStated(let stated):
                set(stated.person, stated.organisation, stated.role, .inOffice, event)
            default: break
            }
        }
    }

    /// What is undated comes last; that somebody holds or gets a role cannot be said to come after
    /// a dated change.
    private mutating func set(
        _ person: ActorSlug, _ organisation: ActorSlug, _ role: String,
        _ status: HeldRole.Status, _ event: Event
    ) {
        let identity = Identity(person: person, organisation: organisation, role: Array(role.utf8))
        if event.body.occurred == nil, status == .inOffice, roles[identity] != nil,
            !event.isReinstatement
        {
            return
        }
        roles[identity] = HeldRole(
            person: person, organisation: organisation, role: role, status: status,
            since: event.body.occurred, setBy: event.reference)
    }
}

extension Event {
    /// Whether somebody gets back a role that was lost before.
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
