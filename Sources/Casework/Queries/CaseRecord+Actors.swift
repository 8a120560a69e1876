package import CaseModel
package import Projections

extension CaseRecord {
    /// The actors of the workspace, with their names, roles and cases.
    package func actors() async throws(CaseworkError) -> ActorsAnswer {
        let (record, position) = try await snapshot()
        let (actors, registers) = try await record.knownActors()
        return ActorsAnswer(
            actors: actors, isSingle: false, knownAt: position, registers: registers,
            clocks: clocks)
    }

    /// One actor, with its names, roles and cases; by the name of one that was merged the actor that
    /// it turned out to be.
    package func actor(_ slug: Slug) async throws(CaseworkError) -> ActorsAnswer {
        let (record, position) = try await snapshot()
        try await record.require(StreamName(.actor, slug))
        let (actors, registers) = try await record.knownActors()
        let survivor = registers.merges.survivor(of: ActorSlug(slug))
        guard let actor = actors.first(where: { $0.slug == survivor }) else {
            try record.requireReadable(StreamName(.actor, survivor.slug))
            throw record.notYet("actor \(quoted(slug.text))")
        }
        return ActorsAnswer(
            actors: [actor], isSingle: true, knownAt: position, registers: registers,
            clocks: clocks)
    }

    private func knownActors() async throws(CaseworkError) -> ([KnownActor], Registers) {
        let events = try await standing(try await caseSlugs().map { StreamName(.case, $0) })
        let registers = Registers(try await known(in: .actor))
        return (
            KnownActor.all(in: events, asOf: clocks.asOf, registers: registers), registers
        )
    }
}
