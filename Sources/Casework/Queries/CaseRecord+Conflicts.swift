package import CaseModel
package import Projections

extension CaseRecord {
    /// What contradicts itself and what cannot be right: in a case, or in all where none is named.
    ///
    /// All cases are read for one, too: what is told there may be denied elsewhere.
    package func conflicts(in slug: Slug?) async throws(CaseworkError) -> ConflictsAnswer {
        let horizon = try await horizon()
        let events = try await standing(try await caseSlugs().map { StreamName(.case, $0) })
        if let stream = slug.map({ StreamName(.case, $0) }),
            !events.contains(where: { $0.event.stream == stream })
        {
            throw try await absent(stream)
        }
        let registers = try await registers(namedBy: events)
        let all = Conflicts(events, registers: registers)
        return ConflictsAnswer(
            conflicts: slug.map { all.concerning($0) } ?? all, knownAt: horizon,
            registers: registers, clocks: clocks)
    }
}
