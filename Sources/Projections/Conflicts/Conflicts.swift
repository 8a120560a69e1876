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
        conflicts = told.denied.folded().reduce(into: differences + others) { conflicts, word in
            for (place, conflict) in conflicts.enumerated() {
                guard let taking = conflict.taking(word) else { continue }
                conflicts[place] = taking
                return
            }
            conflicts += word.conflict(explanations, told.evidence.added).map { [$0] } ?? []
        }.sorted(by: Conflict.isBefore)
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
