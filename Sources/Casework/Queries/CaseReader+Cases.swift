package import CaseModel
import EventLog
package import Projections

extension CaseReader {
    /// The current state of a case.
    package func state(of slug: Slug) async throws -> CaseAnswer {
        let stream = StreamName(.case, slug)
        let (record, position) = try await snapshot()
        let events = try await record.effectiveEvents([stream])
        guard !events.isEmpty else { throw try await record.absent(stream) }
        let all = events.merged(with: try await record.sharing(measuresOf: events).standing)
        let registers = try await record.registers(namedBy: all)
        let state = CaseState(of: slug, all, asOf: clocks.asOf, registers: registers)
        return CaseAnswer(
            state: state, knownAt: position, registers: registers, clocks: clocks)
    }

    /// What happened in some cases; in all cases if none is given.
    package func timeline(
        of slugs: [Slug], filter: TimelineFilter, includesRetracted: Bool
    ) async throws -> TimelineAnswer {
        let (record, position) = try await snapshot()
        let filter = try await record.resolved(filter)
        let asked = slugs.isEmpty ? try await record.caseSlugs() : slugs
        let events = try await record.effectiveEvents(asked.map { StreamName(.case, $0) })
        let there = Set(events.map(\.event.stream))
        for stream in slugs.map({ StreamName(.case, $0) }) where !there.contains(stream) {
            throw try await record.absent(stream)
        }
        let cases = asked.filter { there.contains(StreamName(.case, $0)) }
        let registers = try await record.registers(namedBy: events)
        let tags = try await record.tags(requiring: filter.tag)
        let timeline = Timeline(events, registers: registers, includesRetracted: includesRetracted)
        return TimelineAnswer(
            cases: cases, knownAt: position, timeline: timeline.filtered(by: filter, tags: tags),
            registers: registers, clocks: clocks)
    }

    /// The chain that an event, or every event of a case, belongs to.
    package func chain(from start: ChainStart) async throws -> ChainAnswer {
        let (record, position) = try await snapshot()
        let stream = try await record.stream(of: start)
        let events = try await record.linked(from: stream)
        let own = events.map(\.event).filter { $0.stream == stream }
        let first: [Event]
        switch start {
        case .case:
            if own.isEmpty { throw try await record.absent(stream) }
            first = own.filter(\.type.isWorld)
        case .event(let name):
            first = own.filter { $0.names.contains(name) }
            if first.isEmpty {
                try record.requireReadable(stream)
                throw record.notYet("event \(name)")
            }
        }
        let others = try await record.sharing(measuresOf: events).standing
        let registers = try await record.registers(namedBy: events.merged(with: others))
        let chain = Chain(
            from: first.map(\.reference), in: events, beside: others, registers: registers,
            asOf: clocks.asOf)
        return ChainAnswer(
            chain: chain, knownAt: position, registers: registers, clocks: clocks)
    }

    /// The filter, with a merged actor replaced by the one it was merged into.
    private func resolved(_ filter: TimelineFilter) async throws -> TimelineFilter {
        guard let actor = filter.actor else { return filter }
        try await require(StreamName(.actor, actor.slug))
        let survivor = try await registerChanges().merges.survivor(of: actor)
        return TimelineFilter(
            actor: survivor, type: filter.type, during: filter.during, tag: filter.tag)
    }

    func head() async throws -> Int64 {
        try await log.head()
    }

    /// The cases of the workspace, in order of their slugs.
    func caseSlugs() async throws -> [Slug] {
        try await log.streams(.case)
            .map(\.stream.slug)
    }
}

/// The events and registers that a chain is built from.
package enum ChainStart: Sendable {
    case `case`(Slug)
    case event(EventReference)
}

extension CaseReader {
    private func stream(of start: ChainStart) async throws -> StreamName {
        switch start {
        case .case(let slug):
            try await require(StreamName(.case, slug))
            return StreamName(.case, slug)
        case .event(let name):
            return try await event(named: name).stream
        }
    }

    /// The events of a stream, and of every stream connected to it by links in either direction.
    private func linked(from stream: StreamName) async throws -> [EffectiveEvent] {
        var streams: Set<StreamName> = [stream]
        var last = [stream]
        var steps = 0
        // Includes streams connected only by a link that was corrected or retracted.
        while !last.isEmpty {
            let events = try await recorded(last)
            let reached = try await self.streams(mentioning: last, events: events.map(\.id))
            var next = try await self.streams(ofEventsNamedBy: events).union(reached)
            steps += 1
            if steps == CaseReader.stepsAlone {
                next.formUnion(try await connected(to: next, by: .ofCases))
            }
            last = next.filter { streams.insert($0).inserted }.sorted()
        }
        return try await effectiveEvents(streams.sorted())
    }
}

extension CaseReader {
    /// The cases of the workspace that carry a tag, themselves or by one of their events.
    package func list(tagged tag: Slug) async throws -> CaseList {
        let record = try await snapshot().record
        let tags = try await record.tags(requiring: tag)
        let cases = Set(
            try await record.eventsOfAllCases().map(\.event).filter { tags.has(tag, $0) }
                .map(\.stream.slug))
        let list = try await record.list()
        return CaseList(
            rows: list.rows.filter { cases.contains($0.slug) }, knownAt: list.knownAt,
            clocks: clocks)
    }

    /// The cases of the workspace.
    package func list() async throws -> CaseList {
        let (record, position) = try await snapshot()
        guard clocks == .none else { return try await record.foldedList(position) }
        readEvents?.note(through: position)
        let states = Projection.states.narrowed(to: [
            "stream", "title", "status", "happenings", "last_event", "last_occurred",
        ])
        let rows = try await record.kept(states).map { row in
            try CaseList.Row(row, of: states)
        }
        return CaseList(rows: rows, knownAt: position, clocks: clocks)
    }

    /// The cases as of the clocks, folded in batches.
    private func foldedList(_ position: Int64) async throws -> CaseList {
        var rows: [CaseList.Row] = []
        var slugs = try await caseSlugs()[...]
        while !slugs.isEmpty {
            let some = slugs.prefix(CaseReader.streamsAtOnce)
            slugs = slugs.dropFirst(CaseReader.streamsAtOnce)
            let events = try await effectiveEvents(some.map { StreamName(.case, $0) })
            let streams = Dictionary(grouping: events, by: \.event.stream.slug)
            rows += some.compactMap { slug in
                streams[slug].map { CaseList.Row(of: slug, $0, clocks) }
            }
        }
        return CaseList(rows: rows, knownAt: position, clocks: clocks)
    }

    /// How many streams are held at a time when all of them are read.
    static let streamsAtOnce = 200
}

extension CaseList.Row {
    /// A case as stored in its read model.
    fileprivate init(_ row: ProjectedRow, of states: Projection) throws(CaseworkError) {
        guard let stream = StreamName(row.stream),
            case .integer(let happenings?)? = row.cell("happenings", of: states)
        else { throw .foreignRow(of: states) }
        var lastDate: EDTFDate?
        if let date = row.text("last_occurred", of: states) {
            do { lastDate = try EDTFDate(date) } catch {
                throw .foreignRow(of: states)
            }
        }
        self.init(
            slug: stream.slug, title: row.text("title", of: states),
            isOpen: row.text("status", of: states) == "open", happenings: Int(happenings),
            lastEvent: row.text("last_event", of: states).flatMap { EventReference($0) },
            lastDate: lastDate, isCertain: true)
    }
}

extension CaseworkError {
    /// The error for a row of a read model that this program did not write.
    static func foreignRow(of projection: Projection) -> CaseworkError {
        CaseworkError(
            .badEvent, "the read model \(projection.name) holds a row that cannot be read",
            hint: "it was changed from outside: cases rebuild \(projection.name)")
    }
}

extension CaseReader {
    /// Contradictions and impossibilities in a case, or in all cases if none is given.
    ///
    /// All cases are read even for one, because a statement in one case may be contradicted in
    /// another.
    package func conflicts(in slug: Slug?) async throws -> ConflictsAnswer {
        let (record, position) = try await snapshot()
        let cases = try await record.caseSlugs().map { StreamName(.case, $0) }
        let events = try await record.effectiveEvents(cases)
        if let stream = slug.map({ StreamName(.case, $0) }),
            !events.contains(where: { $0.event.stream == stream })
        {
            throw try await record.absent(stream)
        }
        // Also actors and sources that no event names: they may look like others.
        var registered = try await record.known(in: .source)
        registered += try await record.known(in: .actor)
        let registers = Registers(registered.sorted { $0.event.position < $1.event.position })
            .adding(
                measuresAndLists: try await record.known(
                    (events.measures.sorted().map { StreamName(.measure, $0) })))
        let all = Conflicts(events, registers: registers)
        return ConflictsAnswer(
            conflicts: slug.map { all.concerning($0) } ?? all, knownAt: position,
            registers: registers, clocks: clocks)
    }
}
