public import CanonicalJSON
public import CaseModel

/// What one source says about an event: that it was so, or another value for one field.
public struct ValuedClaim: Hashable, Sendable {
    /// The claim: who says it, where, and how it stands to the event.
    public let claim: Claim
    /// The field that it is about; nil where it is about the whole event.
    public let field: FieldName?
    /// The value that the source gives instead; nil where it speaks of the event's own.
    public let value: JSONValue?
    /// Whether it was certainly made by the clocks asked.
    public let isCertain: Bool
    /// Whether its source was withdrawn: it weighs nothing.
    public let isWithdrawn: Bool
    /// Whether every source that says so was withdrawn.
    public let isUnsupported: Bool
}

extension AddedClaims {
    /// Everything that sources say about an event: its own claims, then those added to it later.
    func all(on standing: EffectiveEvent) -> [ValuedClaim] {
        let own = standing.event.body.claims.map {
            ValuedClaim(
                claim: $0, field: $0.field, value: nil,
                isCertain: !standing.doubtfulSources.contains($0.source),
                isWithdrawn: standing.withdrawnSources.contains($0.source),
                isUnsupported: standing.isUnsupported)
        }
        return own + claims(on: standing.event).flatMap(\.valued)
    }

    /// Those that deny or doubt the event, or give a field a value which its own excludes; not those
    /// of sources that were withdrawn.
    func dissent(on standing: EffectiveEvent) -> [ValuedClaim] {
        let isUndisputed = !standing.event.body.claims.contains(where: \.dissents)
        return isEmpty && isUndisputed ? [] : dissent(on: standing, of: all(on: standing))
    }

    /// Those of all that is said of an event.
    func dissent(on standing: EffectiveEvent, of all: [ValuedClaim]) -> [ValuedClaim] {
        let contradicted = contradictions(on: standing)
        return all.filter { said in
            guard !said.isWithdrawn else { return false }
            let path = said.field?.path ?? ""
            guard said.claim.stance != .foretells else { return false }
            return said.claim.dissents || said.value != nil && contradicted.contains(path)
        }
    }
}

extension AddedClaim {
    /// What each of its sources says.
    fileprivate var valued: [ValuedClaim] {
        standing.event.body.claims.map {
            ValuedClaim(
                claim: $0, field: field, value: value,
                isCertain: standing.certainly(says: $0.source),
                isWithdrawn: standing.withdrawnSources.contains($0.source),
                isUnsupported: standing.isUnsupported)
        }
    }
}

extension [EffectiveEvent] {
    /// What sources say about an event: its own claims, then those added to it later.
    public func claims(on standing: EffectiveEvent) -> [ValuedClaim] {
        AddedClaims(self).all(on: standing)
    }
}

/// How well an event stands, in the words of the language.
public enum ClaimStatus: String, Hashable, Sendable {
    /// Somebody says so.
    case asserted
    /// Two or more independent sources say so.
    case corroborated
    /// Somebody denies, doubts or contradicts it.
    case disputed
    /// All sources that bear it out were withdrawn.
    case unsupported
    /// It reads differently than it was first recorded.
    case corrected
    /// It no longer counts.
    case retracted

    /// The graver word first: what is retracted, then disputed, then unsupported, then corrected;
    /// dissent is never hidden behind a correction.
    init(
        _ standing: EffectiveEvent, claims: [Claim], isDisputed: Bool, registers: Registers
    ) {
        let supporting = claims.filter(\.supports).map(\.source)
        if standing.retraction != nil {
            self = .retracted
        } else if isDisputed {
            self = .disputed
        } else if standing.isUnsupported {
            self = .unsupported
        } else if !standing.corrections.isEmpty {
            self = .corrected
        } else {
            self = registers.areCorroborating(supporting) ? .corroborated : .asserted
        }
    }
}

/// What links and further claims say of events, gathered once for all that is folded from them.
struct Evidence: Sendable {
    /// The links between the events.
    let links: LinkGraph
    /// The claims that were laid beside them later.
    let added: AddedClaims

    /// What is said in some events of themselves and each other.
    init(_ events: [EffectiveEvent]) {
        links = LinkGraph(events)
        added = AddedClaims(events)
    }
}
