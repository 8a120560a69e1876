public import CanonicalJSON
public import CaseModel

/// An event that had a hand in a value, with everything that bears it out or speaks against it.
public struct Reason: Hashable, Sendable {
    /// What the event did to the value.
    public enum Effect: String, Hashable, Sendable {
        /// The value is what it says, or holds what it says.
        case set
        /// It said something else, and another event counts instead.
        case overridden
        /// It said something else, and was corrected since.
        case corrected
        /// It said so, and no longer counts.
        case retracted
        /// It gives another value, or denies this one.
        case disputes
        /// It gives another value that excludes nothing, or speaks for this one.
        case adds
        /// It says why two values are no contradiction.
        case explains
    }

    /// The event as it stands.
    public let standing: EffectiveEvent
    /// What it did.
    public let effect: Effect
    /// What the value was by it; nil where several are asked for, or it gives none.
    public let value: JSONValue?
    /// The sources that say so.
    public let claims: [ValuedClaim]
    /// The sources that deny, doubt or contradict it.
    public let dissent: [ValuedClaim]
    /// The links that stand on it.
    public let links: [ChainLink]

    /// The event.
    public var event: Event { standing.event }
}

extension Evidence {
    /// An event with all that is said of it.
    func reason(
        _ standing: EffectiveEvent, _ effect: Reason.Effect, _ value: JSONValue?
    ) -> Reason {
        let dissent = added.dissent(on: standing)
        let dissenting = Set(dissent)
        return Reason(
            standing: standing, effect: effect, value: value,
            claims: added.all(on: standing).filter { !dissenting.contains($0) }, dissent: dissent,
            links: links.links(from: standing.event.reference))
    }

    /// An event with what is said of one of its fields, or of it as a whole.
    func reason(
        _ standing: EffectiveEvent, _ effect: Reason.Effect, _ value: JSONValue?,
        about path: String?
    ) -> Reason {
        let all = reason(standing, effect, value)
        guard let path else { return all }
        let isAbout = { (said: ValuedClaim) in said.field.map { $0.path == path } ?? true }
        return Reason(
            standing: standing, effect: effect, value: value,
            claims: all.claims.filter(isAbout), dissent: all.dissent.filter(isAbout),
            links: path == "links" ? all.links : [])
    }
}
