public import CanonicalJSON
public import CaseModel

/// An event that contributes to a value, with its support and its dissent.
public struct Reason: Hashable, Sendable {
    /// The effect of the event on the value.
    public enum Effect: String, Hashable, Sendable {
        /// The value is, or contains, what it says.
        case set
        /// It says something else, and another event takes precedence.
        case overridden
        /// It said something else, and was corrected.
        case corrected
        /// It said so, and no longer counts.
        case retracted
        /// It states another value, or denies this one.
        case disputes
        /// It states another value that is compatible, or supports this one.
        case adds
        /// It explains why two values are not a contradiction.
        case explains
    }

    /// The effective event.
    public let standing: EffectiveEvent
    /// Its effect.
    public let effect: Effect
    /// The value that the event gives; nil if several values are requested, or it gives none.
    public let value: JSONValue?
    /// The claims that support it.
    public let claims: [ValuedClaim]
    /// The claims that deny, doubt or contradict it.
    public let dissent: [ValuedClaim]
    /// The links of the event.
    public let links: [ChainLink]

    /// The event.
    public var event: Event { standing.event }
}

extension Evidence {
    /// A reason from an event with all claims on it.
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

    /// A reason from an event with the claims on one of its fields, or on the whole event.
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

/// The values of a field of one row after each step, with what became of them.
struct ValueHistory {
    /// The values after each step; empty if there was no row.
    let steps: [[String: JSONValue]]
    /// The final values.
    let last: [String: JSONValue]
    /// For each value, the first step from which on it equals the final one.
    private let settled: [String: Int]
    /// The elements of the final lists.
    private let listed: [String: Set<JSONValue>]

    /// The history of one value of a row, or of all.
    init(_ rows: [StateRow?], last: StateRow?, of value: String?) {
        let steps = rows.map { $0?.values(of: value) ?? [:] }
        let last = last?.values(of: value) ?? [:]
        var open = Set(steps.flatMap(\.keys)).union(last.keys)
        var settled: [String: Int] = [:]
        for place in steps.indices.reversed() where !open.isEmpty {
            for name in open where steps[place][name] != last[name] {
                settled[name] = place + 1
                open.remove(name)
            }
        }
        (self.steps, self.last, self.settled) = (steps, last, settled)
        listed = last.compactMapValues { $0.array.map { Set($0) } }
    }

    /// The names of the values that a step changed.
    ///
    /// Defaults that appear together with the row are not included; for a growing list, the step
    /// has the added elements.
    func changes(at step: Int) -> [String] {
        let (before, after) = (step > 0 ? steps[step - 1] : [:], steps[step])
        guard !after.isEmpty else { return Array(before.keys) }
        return Set(before.keys).union(after.keys).filter { name in
            let (old, new) = (before[name], after[name])
            guard old != new else { return false }
            return new?.saysSomething ?? false || old != nil && new?.array == nil
        }
    }

    /// Whether a value given at a step equals the final one from there on; of a list, whether its
    /// elements are still included.
    func keeps(_ value: JSONValue?, _ name: String, from step: Int) -> Bool {
        if let elements = value?.array {
            return listed[name].map { $0.isSuperset(of: elements) } ?? false
        }
        return value == last[name] && step >= settled[name] ?? 0
    }

    /// Whether some value is present in both and differs from the final one.
    func contradicts(_ other: [String: JSONValue]) -> Bool {
        other.contains { name, value in last[name].map { $0 != value } ?? false }
    }

    /// Whether the values after the last step differ from others, or are missing; lists are
    /// ignored.
    func differs(from other: [String: JSONValue]) -> Bool {
        (steps.last ?? [:]).filter { $0.value.array == nil }
            != other.filter { $0.value.array == nil }
    }
}

extension JSONValue {
    /// Whether it carries information: Booleans may be defaults of a new row, and null and empty
    /// lists say nothing.
    var saysSomething: Bool {
        switch self {
        case .null, .bool: false
        case .array(let elements): !elements.isEmpty
        default: true
        }
    }
}
