package import CaseModel
package import Projections

extension CaseReader {
    /// What runs out or is due within some days from a day, and what is overdue.
    ///
    /// The record is looked at as of that day, unless another is requested. With a tag, only what carries it: the event that sets the day, its case or its measure.
    package func due(
        from: EDTFDate, within days: Int64, includesOverdue: Bool, tag: Slug? = nil
    ) async throws -> DueAnswer {
        let (record, position) = try await snapshot()
        let tags = try await record.tags(requiring: tag)
        let evidence = try await record.onEveryDay.dueEvidence(
            on: from.days(within: days, orBefore: includesOverdue))
        let events = evidence.events
        let clocks = Clocks(
            asOf: clocks.asOf ?? from, publishedBy: clocks.publishedBy, knownAt: clocks.knownAt)
        let measures = try await record.known(
            (evidence.measures ?? events.measures).sorted().map { StreamName(.measure, $0) })
        let all = DueItems(
            events, from: from, asOf: clocks.asOf, of: evidence.measures,
            registers: Registers().adding(measuresAndLists: measures))
        let items = ((includesOverdue ? all.overdue : []) + all.within(days: days)).filter { item in
            tag.map { tags.has($0, item) } ?? true
        }
        let setting = Set(items.map(\.setBy))
        let registers = try await record.registers(
            of: events.filter { setting.contains($0.event.reference) }, beside: measures)
        return DueAnswer(
            items: items, from: from, within: days, knownAt: position, registers: registers,
            clocks: clocks)
    }

    /// Who answers whom, how often and how fast; with a case, only the answers that its events give
    /// or get.
    package func responses(in slug: Slug?) async throws -> ResponsesAnswer {
        let (record, position) = try await snapshot()
        let stream = slug.map { StreamName(.case, $0) }
        let events = try await record.eventsOfAllCases()
        if let stream, !events.contains(where: { $0.event.stream == stream }) {
            throw try await record.absent(stream)
        }
        let registers = try await record.registers(namedBy: events)
        let pairs = ResponsePairs(events, registers: registers) { answer, cause in
            stream == nil || answer.stream == stream || cause.stream == stream
        }
        return ResponsesAnswer(
            pairs: pairs.all, case: slug, knownAt: position, registers: registers, clocks: clocks)
    }

    /// The same record without `--as-of`: includes later events, and does not mark undated events
    /// as uncertain.
    var onEveryDay: CaseReader {
        seen(
            by: Clocks(asOf: nil, publishedBy: clocks.publishedBy, knownAt: clocks.knownAt))
    }

    /// The events of every case as of the clocks, in order of position.
    func eventsOfAllCases() async throws -> [EffectiveEvent] {
        try await effectiveEvents(try await caseSlugs().map { StreamName(.case, $0) })
    }
}

extension EDTFDate {
    /// The days up to some days from this one, since 1970-01-01; also all that come before.
    fileprivate func days(within count: Int64, orBefore: Bool) -> ClosedRange<Int64> {
        let first = orBefore ? .min : earliest?.daysSince1970 ?? .min
        let last = (latest?.daysSince1970 ?? .max).addingReportingOverflow(count)
        return first...max(first, last.overflow ? .max : last.partialValue)
    }
}

extension CaseReader {
    /// The way of goods in a case, or of what an actor is part of: an item, a seller, a
    /// buyer or a provider.
    ///
    /// - Throws: An error if there is neither such a case nor such an actor.
    package func trace(_ slug: Slug) async throws -> TraceAnswer {
        let (record, position) = try await snapshot()
        let events = try await record.eventsOfAllCases()
        let stream = StreamName(.case, slug)
        let isCase = events.contains { $0.event.stream == stream }
        if !isCase { try await record.requireCaseOrActor(slug) }
        return try await record.flow(
            of: isCase ? stream : StreamName(.actor, slug), in: events, position)
    }

    /// The way of goods in a case, or of what an actor is part of.
    ///
    /// - Throws: An error if there is no such stream.
    package func flow(of stream: StreamName) async throws -> TraceAnswer {
        let (record, position) = try await snapshot()
        try await record.require(stream)
        return try await record.flow(
            of: stream, in: try await record.eventsOfAllCases(), position)
    }

    /// The cases in which goods are handed on or used from afar, in order of their names.
    package func casesWithFlows() async throws -> [Slug] {
        let events = try await eventsOfAllCases().filter(\.event.isFlowStep)
        return Set(events.map(\.event.stream.slug)).sorted()
    }

    private func flow(
        of stream: StreamName, in events: [EffectiveEvent], _ position: Int64
    ) async throws -> TraceAnswer {
        let registers = try await registers(namedBy: events)
            .adding(measuresAndLists: try await known(in: .list))
        let survivor = registers.merges.survivor(of: ActorSlug(stream.slug))
        let flow = Flow(
            of: { event in
                stream.kind == .case
                    ? event.stream == stream
                    : event.body.actors.contains { $0.actor == survivor }
            }, in: events, registers: registers)
        return TraceAnswer(
            flow: flow, subject: stream, knownAt: position, registers: registers, clocks: clocks)
    }

    private func requireCaseOrActor(_ slug: Slug) async throws {
        do {
            try await require(StreamName(.actor, slug))
        } catch let missing as CaseworkError where missing.code == .notFound {
            throw CaseworkError(
                .notFound, "there is no case and no actor \(quoted(slug.text))",
                hint: "cases list shows all cases, cases actors all actors")
        }
    }
}
