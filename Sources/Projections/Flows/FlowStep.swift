public import CaseModel

/// One transfer of goods, or one provision of remote access.
public struct FlowStep: Hashable, Sendable {
    /// Whether goods move, or are used where they stand.
    public enum Kind: String, Hashable, Sendable {
        case transfer, access
    }

    /// The event.
    public let event: EventReference
    /// Whether goods move.
    public let kind: Kind
    /// Who gives; nil if not stated.
    public let from: ActorSlug?
    /// Who gets; nil if not stated.
    public let to: ActorSlug?
    /// What is handed over or used, in the words of the record.
    public let item: String
    /// How much of it, in each unit.
    public let quantity: [Quantity]
    /// Where; nil if not stated.
    public let place: String?
    /// When; nil if undated.
    public let occurred: EDTFDate?
    /// The steps that brought goods to the giver.
    public internal(set) var after: [EventReference] = []
    /// The number of further steps that did, where they are too many to name.
    public internal(set) var furtherBefore = 0
    /// What is remarkable about it on its date.
    public internal(set) var flags: [FlowFlag] = []
    /// The status of the claims on it.
    public let status: ClaimStatus
    /// Whether it is certain under the requested clocks.
    public let isCertain: Bool
    let position: Int64

    /// The step in an event; nil if nothing is handed over or used in it.
    init?(_ standing: EffectiveEvent, status: ClaimStatus) {
        let event = standing.event
        switch event.body.content {
        case .transferMade(let made):
            (kind, from, to, item) = (.transfer, made.from, made.to, made.item)
            (quantity, place) = (made.quantity, made.place)
        case .accessProvided(let provided):
            (kind, from, to) = (.access, provided.provider, provided.user)
            (item, quantity, place) = (provided.service, provided.quantity, provided.place)
        default: return nil
        }
        self.event = event.reference
        (occurred, position) = (event.body.occurred, event.position)
        (self.status, isCertain) = (status, standing.isCertain)
    }

    /// Whether goods of the other step can be those that are given in this one.
    func mayFollow(_ other: FlowStep) -> Bool {
        guard other.event != event, other.kind == .transfer, let from, from == other.to else {
            return false
        }
        guard let occurred, let earlier = other.occurred else { return true }
        return occurred.isBefore(earlier) != .yes
    }
}

extension Event {
    /// Whether goods are handed on or used from afar in it.
    public var isFlowStep: Bool {
        switch body.content {
        case .transferMade, .accessProvided: true
        default: false
        }
    }
}

/// Something remarkable about a party of a step, or about the step itself, on the date of the step.
public struct FlowFlag: Hashable, Sendable {
    /// What is remarkable.
    public enum Kind: String, Hashable, Sendable {
        /// The party is on a list.
        case listed
        /// A rule captures the party, because listed parties own it.
        case captured
        /// Sources disagree about the step.
        case disputed
        /// A link of the step is denied.
        case linkDisputed = "link_disputed"
    }

    /// What is remarkable.
    public let kind: Kind
    /// The party; nil if it is about the step itself.
    public let party: ActorSlug?
    /// The list, the rule, or the link in words; nil if there is none.
    public let on: String?
    /// Whether it is certain; otherwise it may be so.
    public let isCertain: Bool
}
