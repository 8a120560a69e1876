package import CaseModel
import EventLog
package import Projections

extension CaseRecord {
    /// How a case stands.
    package func state(of slug: Slug) async throws(CaseworkError) -> CaseAnswer {
        let stream = StreamName(.case, slug)
        let (record, position) = try await snapshot()
        let events = try await record.standing([stream])
        guard !events.isEmpty else { throw try await record.absent(stream) }
        let all = events.merged(with: try await record.sharing(measuresOf: events).standing)
        let registers = try await record.registers(namedBy: all)
        let state = CaseState(of: slug, all, asOf: clocks.asOf, registers: registers)
        return CaseAnswer(
            state: state, knownAt: position, registers: registers, clocks: clocks)
    }

    /// What happened in some cases; in all of them where none is named.
    package func timeline(
        of slugs: [Slug], filter: TimelineFilter, includesRetracted: Bool
    ) async throws(CaseworkError) -> TimelineAnswer {
        let (record, position) = try await snapshot()
        let filter = try await record.resolved(filter)
        let asked = slugs.isEmpty ? try await record.caseSlugs() : slugs
        let events = try await record.standing(asked.map { StreamName(.case, $0) })
        let there = Set(events.map(\.event.stream))
        for stream in slugs.map({ StreamName(.case, $0) }) where !there.contains(stream) {
            throw try await record.absent(stream)
        }
        let cases = asked.filter { there.contains(StreamName(.case, $0)) }
        let registers = try await record.registers(namedBy: events)
        let timeline = Timeline(events, registers: registers, includesRetracted: includesRetracted)
        return TimelineAnswer(
            cases: cases, knownAt: position, timeline: timeline.filtered(by: filter),
            registers: registers, clocks: clocks)
    }

    /// The chain that an event, or every event of a case, belongs to.
    package func chain(from start: ChainStart) async throws(CaseworkError) -> ChainAnswer {
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

    /// The filter, asking for the actor that its actor turned out to be.
    private func resolved(_ filter: TimelineFilter) async throws(CaseworkError) -> TimelineFilter {
        guard let actor = filter.actor else { return filter }
        try await require(StreamName(.actor, actor.slug))
        let survivor = try await registerChanges().merges.survivor(of: actor)
        return TimelineFilter(actor: survivor, type: filter.type, during: filter.during)
    }

    func head() async throws(CaseworkError) -> Int64 {
        try await asking { () async throws(EventLogError) in try await log.head() }
    }

    /// The cases of the workspace, in order of their slugs.
    func caseSlugs() async throws(CaseworkError) -> [Slug] {
        try await asking { () async throws(EventLogError) in try await log.streams(.case) }
            .map(\.stream.slug)
    }
}

/// What a chain is drawn from.
package enum ChainStart: Sendable {
    case `case`(Slug)
    case event(EventReference)
}

extension CaseRecord {
    private func stream(of start: ChainStart) async throws(CaseworkError) -> StreamName {
        switch start {
        case .case(let slug):
            try await require(StreamName(.case, slug))
            return StreamName(.case, slug)
        case .event(let name):
            return try await event(named: name).stream
        }
    }

    /// The events of a stream and of every stream that links join to it, both ways.
    private func linked(from stream: StreamName) async throws(CaseworkError) -> [EffectiveEvent] {
        var streams: Set<StreamName> = [stream]
        var last = [stream]
        var steps = 0
        // What only may join them, by a link that was corrected or retracted, is there as well.
        while !last.isEmpty {
            let events = try await recorded(last)
            let reached = try await self.streams(mentioning: last, events: events.map(\.id))
            var next = try await self.streams(ofEventsNamedBy: events).union(reached)
            steps += 1
            if steps == CaseRecord.stepsAlone {
                next.formUnion(try await connected(to: next, by: .ofCases))
            }
            last = next.filter { streams.insert($0).inserted }.sorted()
        }
        return try await standing(streams.sorted())
    }
}
