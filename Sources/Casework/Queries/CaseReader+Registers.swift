import CanonicalJSON
package import CaseModel
import EventLog
package import Projections

extension CaseReader {
    /// The actors of the workspace, with their names, roles and cases; with a list, only those that
    /// are on it, or may be; with a tag, only those that carry it.
    ///
    /// - Throws: An error if there is no such list, with the closest match.
    package func actors(on list: Slug? = nil, tagged tag: Slug? = nil) async throws -> ActorsAnswer
    {
        let (record, position) = try await snapshot()
        let tags = try await record.tags(requiring: tag)
        let (actors, network, registers) = try await record.knownActors()
        if let list, !network.lists.contains(list), registers.lists[list] == nil {
            throw CaseReader.noList(list, among: network.lists.union(registers.lists.keys))
        }
        let asked = actors.filter { actor in
            tag.map { tags.has($0, StreamName(.actor, actor.slug.slug)) } ?? true
        }.filter { actor in
            list == nil
                || network.listings(of: actor.slug).contains {
                    $0.row.list == list && $0.mayBeListed
                }
        }
        return ActorsAnswer(
            actors: asked, network: network, isSingle: false, knownAt: position,
            registers: registers, clocks: clocks)
    }

    private static func noList(_ list: Slug, among lists: Set<Slug>) -> CaseworkError {
        let nearest = nearestWord(to: list.text, among: lists.map(\.text).sorted())
        return CaseworkError(
            .notFound, "there is no list \(quoted(list.text))",
            hint: nearest.map { "did you mean \(quoted($0))?" }
                ?? "cases actors shows who is on which list")
    }

    /// One actor by its slug or one of its names.
    package func actor(named text: String) async throws -> ActorsAnswer {
        let (record, _) = try await snapshot()
        return try await record.actor(try await record.actorSlug(named: text).slug)
    }

    /// The actor that has a slug or a name.
    ///
    /// - Throws: An error if no actor has that name, or several do.
    package func actorSlug(named text: String) async throws -> ActorSlug {
        if let slug = Slug(text), try await exists(StreamName(.actor, slug)) {
            return ActorSlug(slug)
        }
        let (record, _) = try await snapshot()
        let (all, _, registers) = try await record.knownActors()
        let actors = all.filter { $0.isCalled(text) }
        guard let found = actors.first else { throw CaseReader.noActor(text, registers) }
        guard actors.count == 1 else {
            throw CaseworkError(
                .usage, "\(actors.count) actors are called \(quoted(text))",
                hint:
                    "name one by its slug: \(actors.map(\.slug.slug.text).joined(separator: ", "))")
        }
        return found.slug
    }

    private static func noActor(_ text: String, _ registers: Registers) -> CaseworkError {
        let slugs = registers.actors.keys.map(\.slug.text).sorted()
        let nearest = nearestWord(to: text.lowercased(), among: slugs)
        return CaseworkError(
            .notFound, "there is no actor \(quoted(text))",
            hint: nearest.map { "did you mean \(quoted($0))?" } ?? "cases actors shows all actors")
    }

    /// One actor, with its names, roles and cases; the name of a merged actor yields the one it was
    /// merged into.
    package func actor(_ slug: Slug) async throws -> ActorsAnswer {
        let (record, position) = try await snapshot()
        try await record.require(StreamName(.actor, slug))
        let (actors, network, registers) = try await record.knownActors()
        let survivor = registers.merges.survivor(of: ActorSlug(slug))
        guard let actor = actors.first(where: { $0.slug == survivor }) else {
            try record.requireReadable(StreamName(.actor, survivor.slug))
            try registers.requireNotErased(StreamName(.actor, survivor.slug))
            throw record.notYet("actor \(quoted(slug.text))")
        }
        return ActorsAnswer(
            actors: [actor], network: network, isSingle: true, knownAt: position,
            registers: registers, clocks: clocks)
    }

    private func knownActors() async throws -> SnapshotMemory.Actors {
        guard let memory else { return try await readActors() }
        return using(try await memory.actors(for: self) { try await $0.readActors() })
    }

    private func readActors() async throws -> SnapshotMemory.Actors {
        let events = try await eventsOfAllCases()
        let registers = Registers(try await known(in: .actor))
            .adding(measuresAndLists: try await known(in: .list))
        let all = clocks.asOf == nil ? events : try await onEveryDay.eventsOfAllCases()
        let network = ActorNetwork(all, asOf: clocks.asOf, registers: registers)
        return (
            KnownActor.all(in: events, asOf: clocks.asOf, registers: registers), network, registers
        )
    }
}

extension CaseReader {
    /// Every source of the workspace, with how much it supports.
    package func sources() async throws -> SourcesAnswer {
        let (record, position) = try await snapshot()
        let events = try await record.effectiveEvents(try await log.streamNames())
        let registers = try await record.knownSources()
        let support = Support(events)
        let sources = registers.sources.keys.sorted().compactMap {
            SourceUse($0, support, registers)
        }
        return SourcesAnswer(
            sources: sources, isDetailed: false, knownAt: position, registers: registers,
            clocks: clocks)
    }

    /// One source, with everything that rests on it.
    package func source(_ slug: Slug) async throws -> SourcesAnswer {
        let (record, position) = try await snapshot()
        try await record.require(StreamName(.source, slug))
        let streams = try await record.streams(speakingOf: SourceSlug(slug))
        let events = try await record.effectiveEvents(streams)
        let registers = try await record.knownSources()
        try record.requireReadable(StreamName(.source, slug))
        guard let use = SourceUse(SourceSlug(slug), Support(events), registers) else {
            throw record.notYet("source \"\(slug)\"")
        }
        return SourcesAnswer(
            sources: [use], isDetailed: true, knownAt: position, registers: registers,
            clocks: clocks)
    }

    private func knownSources() async throws -> Registers {
        guard let memory else { return Registers(try await known(in: .source)) }
        return using(
            try await memory.sources(for: self) { Registers(try await $0.known(in: .source)) })
    }

    /// The events of every register of a kind, without the clock of publication.
    func known(
        in kind: StreamName.Kind
    ) async throws -> [EffectiveEvent] {
        let streams = try await log.streams(kind).map(\.stream)
        return try await known(streams)
    }
}

extension CaseReader {
    /// The registers that events refer to, with the sources that those sources retell, the actors
    /// that their actors were merged into, and those merged into theirs.
    ///
    /// The date of publication is not applied to them: registers determine who published what when.
    package func registers(namedBy events: [EffectiveEvent]) async throws
        -> Registers
    {
        Registers(try await registered(namedBy: events))
    }

    /// The events of those registers with corrections applied, in order of position.
    func registered(
        namedBy events: [EffectiveEvent]
    ) async throws -> [EffectiveEvent] {
        var wanted = events.flatMap { [$0.event] + ($0.beforeMerging.map { [$0] } ?? []) }.registers
        let actors = Set(wanted.filter { $0.kind == .actor }.map { ActorSlug($0.slug) })
        let merged = try await registerChanges().merges.merged(into: actors)
        wanted.formUnion(merged.map { StreamName(.actor, $0.slug) })
        return try await readingAhead(
            from: wanted, by: .ofRegisters, stream: \.event.stream,
            read: { streams in try await known(streams) },
            next: { more in more.map(\.event).registers }
        ).sorted { $0.event.position < $1.event.position }
    }
}

extension Registers {
    /// Throws if what a stream registers was erased.
    fileprivate func requireNotErased(_ stream: StreamName) throws(CaseworkError) {
        guard let erased = erased.first(where: { $0.stream == stream }) else { return }
        throw CaseworkError(
            .notFound, erased.sentence, hint: "its slug still stands where it is named")
    }
}

/// What the registers contain that changes how the events of other streams read.
package struct RegisterChanges: Sendable {
    /// The actors that were merged into another one.
    package let merges: ActorMerges
    /// The sources that were withdrawn.
    package let withdrawn: Set<SourceSlug>
}

extension CaseReader {
    /// The merges of actors and the withdrawals of sources, without the clock of publication:
    /// neither has a date of publication.
    package func registerChanges() async throws -> RegisterChanges {
        let streams = try await streamsOfMergesAndWithdrawals()
        // An event of such a type in a stream where it is not allowed merges nothing.
        let registers = streams.filter { $0.kind == .actor || $0.kind == .source }
        let events = registers.isEmpty ? [] : try await known(registers)
        return RegisterChanges(merges: ActorMerges(events), withdrawn: Set(events.withdrawn))
    }

    private func streamsOfMergesAndWithdrawals() async throws -> [StreamName] {
        if let streams = memory?.registers { return streams }
        let streams = try await log.streamsOfMergesAndWithdrawals(through: bound)
        memory?.registers = streams
        return streams
    }
}

extension [EffectiveEvent] {
    /// The sources that these events withdraw.
    fileprivate var withdrawn: [SourceSlug] {
        compactMap { standing in
            guard standing.retraction == nil, case .sourceWithdrawn = standing.event.body.content
            else { return nil }
            return SourceSlug(standing.event.stream.slug)
        }
    }
}
