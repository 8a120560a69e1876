import CaseModel
import Projections

/// What other cases say of measures.
struct SharedEvents: Sendable {
    /// Their whole streams as they were recorded, in order of position.
    var recorded: [Event] = []
    /// The same as they stand by the clocks.
    var standing: [EffectiveEvent] = []
}

extension CaseRecord {
    /// The events of the other cases that speak of the measures of some events.
    ///
    /// A measure is one thing in all cases, so how it stands is told by all of them together.
    func sharing(
        measuresOf events: [EffectiveEvent]
    ) async throws(CaseworkError) -> SharedEvents {
        let measures = events.measures.sorted().map { StreamName(.measure, $0) }
        guard !measures.isEmpty else { return SharedEvents() }
        let own = Set(events.map(\.event.stream))
        let others = try await streams(mentioning: measures)
            .filter { $0.kind == .case && !own.contains($0) }
        guard !others.isEmpty else { return SharedEvents() }
        return SharedEvents(
            recorded: try await self.events(of: others), standing: try await standing(others))
    }
}

extension [EffectiveEvent] {
    /// These events with some of other streams, in order of position.
    func merged(with others: [EffectiveEvent]) -> [EffectiveEvent] {
        others.isEmpty ? self : (self + others).sorted { $0.event.position < $1.event.position }
    }
}
