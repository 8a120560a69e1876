import CanonicalJSON
package import CaseModel
package import Projections

extension CaseRecord {
    /// The registers that events name, with the sources that those sources retell.
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
        var registered: [EffectiveEvent] = []
        var loaded: Set<StreamName> = []
        var wanted = Set(events.flatMap { $0.event.registers })
        while !wanted.isEmpty {
            loaded.formUnion(wanted)
            let known = Clocks(knownAt: clocks.knownAt)
            let events = try await self.events(of: wanted.sorted())
            let more = try CaseRecord.resolve(events, known, Publications([]))
            registered += more
            wanted = Set(more.flatMap { $0.event.registers }).subtracting(loaded)
        }
        return registered.sorted { $0.event.position < $1.event.position }
    }
}

extension Event {
    /// The streams of the actors and sources that the event names.
    var registers: [StreamName] {
        let shape = EventBody.shape(data: type.shape)
        let found = shape.references(in: .object(json)) + setReferences
        return found.compactMap { found in
            guard let slug = Slug(found.text) else { return nil }
            switch found.kind {
            case .actor: return StreamName(.actor, slug)
            case .source, .asserter: return StreamName(.source, slug)
            case .event: return nil
            }
        }
    }

    /// What the claims, links and actors name that a correction sets.
    private var setReferences: [FoundReference] {
        guard case .eventCorrected(let correction) = body.content else { return [] }
        return EventBody.shape(data: .any).references(in: .object(correction.set))
    }
}
