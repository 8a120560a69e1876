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
        var registers = Registers()
        var loaded: Set<StreamName> = []
        var wanted = events.map(\.event).registers
        while !wanted.isEmpty {
            loaded.formUnion(wanted)
            let known = Clocks(knownAt: clocks.knownAt)
            let events = try await self.events(of: wanted.sorted())
            let more = try CaseRecord.resolve(events, known, Publications([]))
            more.forEach { registers.apply($0) }
            wanted = more.map(\.event).registers.subtracting(loaded)
        }
        return registers
    }
}
