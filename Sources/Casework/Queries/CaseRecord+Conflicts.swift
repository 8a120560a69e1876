package import CaseModel
package import Projections

extension CaseRecord {
    /// What contradicts itself and what cannot be right: in a case, or in all where none is named.
    ///
    /// All cases are read for one, too: what is told there may be denied elsewhere.
    package func conflicts(in slug: Slug?) async throws(CaseworkError) -> ConflictsAnswer {
        let (record, position) = try await snapshot()
        let cases = try await record.caseSlugs().map { StreamName(.case, $0) }
        let events = try await record.standing(cases)
        if let stream = slug.map({ StreamName(.case, $0) }),
            !events.contains(where: { $0.event.stream == stream })
        {
            throw try await record.absent(stream)
        }
        let registers = try await record.registers(namedBy: events)
        let all = Conflicts(events, registers: registers)
        return ConflictsAnswer(
            conflicts: slug.map { all.concerning($0) } ?? all, knownAt: position,
            registers: registers, clocks: clocks)
    }
}
