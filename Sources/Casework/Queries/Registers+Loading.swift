import CanonicalJSON
package import CaseModel
package import Projections

extension CaseRecord {
    /// The registers that events name, with the sources that those sources retell, the actors that
    /// theirs turned out to be, and those that turned out to be one of theirs.
    ///
    /// They are as they were known: who published what when is not itself a matter of when it was
    /// published.
    package func registers(namedBy events: [EffectiveEvent]) async throws(CaseworkError)
        -> Registers
    {
        Registers(try await registered(namedBy: events))
    }

    /// The events of those registers as they stand, in order of position.
    func registered(
        namedBy events: [EffectiveEvent]
    ) async throws(CaseworkError) -> [EffectiveEvent] {
        var wanted = events.flatMap { [$0.event] + ($0.beforeMerging.map { [$0] } ?? []) }.registers
        let actors = Set(wanted.filter { $0.kind == .actor }.map { ActorSlug($0.slug) })
        let merged = try await registerChanges().merges.merged(into: actors)
        wanted.formUnion(merged.map { StreamName(.actor, $0.slug) })
        return try await readingAhead(
            from: wanted, by: .ofRegisters, stream: \.event.stream,
            read: { streams throws(CaseworkError) in try await known(streams) },
            next: { more throws(CaseworkError) in more.map(\.event).registers }
        ).sorted { $0.event.position < $1.event.position }
    }
}
