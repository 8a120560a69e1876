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
}

extension AddedClaims {
    /// Everything that sources say about an event: its own claims, then those added to it later.
    func all(on event: Event) -> [ValuedClaim] {
        let own = event.body.claims.map { ValuedClaim(claim: $0, field: $0.field, value: nil) }
        let later = claims(on: event).flatMap { added in
            added.claims.map { ValuedClaim(claim: $0, field: added.field, value: added.value) }
        }
        return own + later
    }

    /// Those that deny or doubt the event, or give a field a value which its own excludes.
    func dissent(on event: Event) -> [ValuedClaim] {
        let contradicted = contradictions(on: event)
        return all(on: event).filter { said in
            let path = said.field?.path ?? ""
            return said.claim.stance != nil || said.value != nil && contradicted.contains(path)
        }
    }
}

extension [EffectiveEvent] {
    /// What sources say about an event: its own claims, then those added to it later.
    public func claims(on event: Event) -> [ValuedClaim] { AddedClaims(self).all(on: event) }
}
