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

/// The values that a field of one row had, step by step, and what became of each.
struct ValueHistory {
    /// The values after each step; none where there was no row.
    let steps: [[String: JSONValue]]
    /// The values in the end.
    let last: [String: JSONValue]
    /// For each value the first step from which on it is what it is in the end.
    private let settled: [String: Int]
    /// What the lists hold in the end.
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

    /// The values that a step changed.
    ///
    /// What merely came along when the row appeared is not among them; of a list that grows the step
    /// has what it adds.
    func changes(at step: Int) -> [String] {
        let (before, after) = (step > 0 ? steps[step - 1] : [:], steps[step])
        guard !after.isEmpty else { return Array(before.keys) }
        return Set(before.keys).union(after.keys).filter { name in
            let (old, new) = (before[name], after[name])
            guard old != new else { return false }
            return new?.saysSomething ?? false || old != nil && new?.array == nil
        }
    }

    /// Whether what a value was, or was said to be, from a step on is what it is in the end: a list may
    /// have grown.
    func keeps(_ value: JSONValue?, _ name: String, from step: Int) -> Bool {
        if let elements = value?.array {
            return listed[name].map { $0.isSuperset(of: elements) } ?? false
        }
        return value == last[name] && step >= settled[name] ?? 0
    }

    /// Whether a value in the end and another are both there and differ.
    func contradicts(_ other: [String: JSONValue]) -> Bool {
        other.contains { name, value in last[name].map { $0 != value } ?? false }
    }

    /// Whether the values in the end are others than some, or not there; lists apart.
    func differs(from other: [String: JSONValue]) -> Bool {
        (steps.last ?? [:]).filter { $0.value.array == nil }
            != other.filter { $0.value.array == nil }
    }
}

extension JSONValue {
    /// Whether it says anything: a yes or no may come along with a row, and what is absent or empty
    /// says nothing.
    var saysSomething: Bool {
        switch self {
        case .null, .bool: false
        case .array(let elements): !elements.isEmpty
        default: true
        }
    }
}
