package import CaseModel
package import Projections

/// The events of other cases about measures.
struct SharedEvents: Sendable {
    /// Their whole streams as they were recorded, in order of position.
    var recorded: [Event] = []
    /// The same as of the clocks, with corrections applied.
    var standing: [EffectiveEvent] = []
}

extension CaseReader {
    /// The measures of the workspace, each with its state according to all cases together.
    package func measures(_ filter: MeasureFilter = MeasureFilter()) async throws -> MeasuresAnswer
    {
        let (record, position) = try await snapshot()
        for stream in filter.streams { try await record.require(stream) }
        let slugs = try await record.candidates(filter)
        let (events, registered) = try await record.about(slugs)
        let registers = try await record.registers(of: events, beside: registered)
        let tags = try await record.tags(requiring: filter.tag)
        let measures = KnownMeasure.all(
            in: events, only: slugs, asOf: clocks.asOf, registers: registers
        ).filter { filter.includes($0, registers, tags) }
        return MeasuresAnswer(
            measures: measures, isSingle: false, knownAt: position, registers: registers,
            clocks: clocks)
    }

    /// One measure, with its state according to all cases together.
    ///
    /// - Throws: An error if no event and no register refers to it, with the closest match.
    package func measure(_ slug: Slug) async throws -> MeasuresAnswer {
        let (record, position) = try await snapshot()
        let (events, registered) = try await record.about([slug])
        let registers = try await record.registers(of: events, beside: registered)
        let measures = KnownMeasure.all(
            in: events, only: [slug], asOf: clocks.asOf, registers: registers)
        guard !measures.isEmpty else { throw try await record.noMeasure(slug) }
        return MeasuresAnswer(
            measures: measures, isSingle: true, knownAt: position, registers: registers,
            clocks: clocks)
    }

    /// The events of the cases that name some measures, and those of the measures' own registers; of
    /// all cases and measures for nil.
    private func about(
        _ slugs: Set<Slug>?
    ) async throws -> (cases: [EffectiveEvent], registers: [EffectiveEvent]) {
        guard let slugs else {
            return (try await eventsOfAllCases(), try await known(in: .measure))
        }
        let streams = slugs.sorted().map { StreamName(.measure, $0) }
        let cases = try await self.streams(mentioning: streams).filter { $0.kind == .case }
        return (try await effectiveEvents(cases), try await known(streams))
    }

    /// The registers that events refer to, and those of measures even if no event refers to them.
    func registers(
        of events: [EffectiveEvent], beside registered: [EffectiveEvent]
    ) async throws -> Registers {
        try await registers(namedBy: events.merged(with: registered))
            .adding(measuresAndLists: registered)
    }

    private func noMeasure(_ slug: Slug) async throws -> CaseworkError {
        let known = try await CaseReader(log: log).measures().measures.map(\.slug.text)
        guard !known.contains(slug.text) else { return notYet("measure \(quoted(slug.text))") }
        let nearest = nearestWord(to: slug.text, among: known)
        return CaseworkError(
            .notFound, "there is no measure \(quoted(slug.text))",
            hint: nearest.map { "did you mean \(quoted($0))?" } ?? "cases measures lists them")
    }

    /// The events of the other cases about the measures of some events.
    ///
    /// A measure is the same thing in all cases, so its state follows from all of them together.
    func sharing(
        measuresOf events: [EffectiveEvent]
    ) async throws -> SharedEvents {
        let measures = events.measures.sorted().map { StreamName(.measure, $0) }
        guard !measures.isEmpty else { return SharedEvents() }
        let own = Set(events.map(\.event.stream))
        let others = try await streams(mentioning: measures)
            .filter { $0.kind == .case && !own.contains($0) }
        guard !others.isEmpty else { return SharedEvents() }
        return SharedEvents(
            recorded: try await self.events(of: others), standing: try await effectiveEvents(others)
        )
    }
}

extension [EffectiveEvent] {
    /// These events with some of other streams, in order of position.
    func merged(with others: [EffectiveEvent]) -> [EffectiveEvent] {
        others.isEmpty ? self : (self + others).sorted { $0.event.position < $1.event.position }
    }
}
