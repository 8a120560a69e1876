public import CanonicalJSON
public import CaseModel

/// One source's statement on an event: that it is true, or another value for one field.
public struct ValuedClaim: Hashable, Sendable {
    /// The claim, with its source, place and stance.
    public let claim: Claim
    /// The field that it is about; nil if it is about the whole event.
    public let field: FieldName?
    /// The value that the source states instead; nil if it refers to the event's own value.
    public let value: JSONValue?
    /// Whether it was certainly made under the requested clocks.
    public let isCertain: Bool
    /// Whether its source was withdrawn: it has no weight.
    public let isWithdrawn: Bool
    /// Whether every source that states it was withdrawn.
    public let isUnsupported: Bool
}

extension AddedClaims {
    /// All claims on an event: its own, then those added later.
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

    /// The claims that deny or doubt the event, or give a value that its own excludes; without
    /// those of withdrawn sources.
    func dissent(on standing: EffectiveEvent) -> [ValuedClaim] {
        let isUndisputed = !standing.event.body.claims.contains(where: \.dissents)
        return isEmpty && isUndisputed ? [] : dissent(on: standing, of: all(on: standing))
    }

    /// The dissenting ones among all claims on an event.
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
    /// The claims of each of its sources.
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
    /// All claims on an event: its own, then those added later.
    public func claims(on standing: EffectiveEvent) -> [ValuedClaim] {
        AddedClaims(self).all(on: standing)
    }
}

/// The status of the claims on an event, in the words of the language.
public enum ClaimStatus: String, Hashable, Sendable {
    /// At least one source states it.
    case asserted
    /// Sources only foretell it.
    case foretold
    /// Two or more independent sources state it.
    case corroborated
    /// It is denied, doubted or contradicted.
    case disputed
    /// All supporting sources were withdrawn.
    case unsupported
    /// It was corrected.
    case corrected
    /// It was retracted.
    case retracted

    /// The most serious status applies: retracted, then disputed, then unsupported, then foretold,
    /// then corrected; a correction never hides dissent.
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
        } else if standing.isForetold {
            self = .foretold
        } else if !standing.corrections.isEmpty {
            self = .corrected
        } else {
            self = registers.areCorroborating(supporting) ? .corroborated : .asserted
        }
    }
}

/// What links and added claims say about events, collected once for all folds.
struct Evidence: Sendable {
    /// The links between the events.
    let links: LinkGraph
    /// The claims that were added to them later.
    let added: AddedClaims

    /// The evidence in some events on themselves and each other.
    init(_ events: [EffectiveEvent]) {
        links = LinkGraph(events)
        added = AddedClaims(events)
    }
}
