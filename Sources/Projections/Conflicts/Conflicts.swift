public import CaseModel

/// What contradicts itself in the record, and what cannot be right as it stands.
///
/// No value is picked: each stands with all who give it.
public struct Conflicts: Hashable, Sendable {
    /// The contradictions, and the differences that somebody explained, in order of the first event
    /// that they are between.
    public let conflicts: [Conflict]
    /// What cannot be right, in order of the events; actors come last.
    public let lints: [Lint]

    private init(conflicts: [Conflict], lints: [Lint]) {
        self.conflicts = conflicts
        self.lints = lints
    }

    /// The conflicts and lints of whole case streams.
    ///
    /// - Parameters:
    ///   - events: of all cases, as they stand: one may contradict another.
    ///   - registers: the actors and sources that they name.
    public init(_ events: [EffectiveEvent], registers: Registers) {
        let told = Testimonies(events, registers: registers)
        let explanations = ExplainedDifferences(events)
        let differences = told.topics.flatMap { $0.conflicts(explanations) }
        let others = told.furtherDifferences(explanations, besides: differences)
        var all = ConflictsByEvent(differences + others)
        for word in told.denied.folded() where !all.take(word) {
            if let conflict = word.conflict(explanations, told.evidence.added) { all.add(conflict) }
        }
        conflicts = all.conflicts.sorted(by: Conflict.isBefore)
        lints = told.lints
    }

    /// Those that one case has a part in.
    public func concerning(_ slug: Slug) -> Conflicts {
        let stream = StreamName(.case, slug)
        return Conflicts(
            conflicts: conflicts.filter { $0.events.contains { $0.stream == stream } },
            lints: lints.filter { $0.cases.contains(stream) })
    }
}

/// Conflicts, found by the events that their values are told of.
private struct ConflictsByEvent {
    private(set) var conflicts: [Conflict] = []
    private var places: [EventReference: [Int]] = [:]

    init(_ conflicts: [Conflict]) { conflicts.forEach { add($0) } }

    mutating func add(_ conflict: Conflict) {
        for event in Set(conflict.values.flatMap(\.claims).map(\.event)) {
            places[event, default: []].append(conflicts.count)
        }
        conflicts.append(conflict)
    }

    /// Adds a denial to the first conflict that tells the same; answers whether there is one.
    mutating func take(_ word: DeniedWord) -> Bool {
        let near = Set(word.events.flatMap { places[$0.reference] ?? [] }).sorted()
        for place in near {
            if let taking = conflicts[place].taking(word) {
                conflicts[place] = taking
                return true
            }
        }
        return false
    }
}
