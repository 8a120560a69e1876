import CaseModel
import Projections
import ReadModels

extension CaseReader {
    /// The measures that a question may be about, as far as stored rows tell; nil if they do not
    /// tell, and all of them must be looked at.
    ///
    /// Rows are made without the clocks of publication and recording.
    func candidates(_ filter: MeasureFilter) async throws -> Set<Slug>? {
        guard filter.isNarrow, clocks.publishedBy == nil,
            clocks.knownAt == nil
        else { return nil }
        let (_, position) = try await snapshot()
        // A later event may take a measure out of the rows, and is not read then.
        readEvents?.note(through: position)
        let conditions = try await conditions(filter)
        guard let kept = try await readModels.measures(meeting: conditions) else { return nil }
        let later = try await fresh(
            .measures, since: kept.checkpoint.position, through: position)
        let names =
            kept.measures
            + later.rows.joined().compactMap { $0.text("measure", of: .measures) }
        return try Set(
            names.map { name in
                guard let slug = Slug(name) else { throw CaseworkError.foreignRow(of: .measures) }
                return slug
            })
    }

    private func conditions(_ filter: MeasureFilter) async throws -> MeasureConditions {
        var conditions = MeasureConditions()
        let changes = try await registerChanges()
        let withdrawn = changes.withdrawn.map { StreamName(.source, $0.slug) }
        // What rests on withdrawn sources alone changes nothing, which rows do not show.
        conditions.doubtful =
            withdrawn.isEmpty ? [] : try await streams(mentioning: withdrawn).map(\.text)
        conditions.case = filter.case.map { StreamName(.case, $0).text }
        conditions.kinds = filter.kinds.isEmpty ? nil : filter.kinds.map(\.rawValue)
        conditions.by = try await names(of: filter.by, changes.merges)
        conditions.against = try await names(of: filter.against, changes.merges)
        conditions.scopes = filter.scopes.isEmpty ? nil : filter.scopes.map(\.comparable)
        conditions.days = filter.isInForce ? clocks.asOf?.possibleDays : nil
        return conditions
    }

    /// The slugs under which events may name some parties; nil for no party.
    private func names(
        of parties: [Party], _ merges: ActorMerges
    ) async throws -> [String]? {
        guard !parties.isEmpty else { return nil }
        var actors: Set<ActorSlug> = []
        var countries: [String] = []
        for party in parties {
            switch party {
            case .actor(let actor): actors.formUnion([actor, merges.survivor(of: actor)])
            case .country(let country): countries.append(country.code)
            }
        }
        if !countries.isEmpty { actors.formUnion(try await self.actors(of: countries)) }
        return actors.union(merges.merged(into: actors)).map(\.slug.text).sorted()
    }

    private func actors(of countries: [String]) async throws -> [ActorSlug] {
        let registers = Projection.registers.narrowed(to: ["stream", "country"])
        return try await kept(registers, .column("country", anyOf: countries)).map { row in
            guard let stream = StreamName(row.stream) else {
                throw CaseworkError.foreignRow(of: registers)
            }
            return ActorSlug(stream.slug)
        }
    }
}

/// The events by which it is known what is due on some days.
struct DueEvidence {
    /// The events, in order of position.
    let events: [EffectiveEvent]
    /// The measures that may run out on such a day; nil for all.
    let measures: Set<Slug>?
}

extension CaseReader {
    /// The events of the cases in which something may be due on some days since 1970-01-01, and of
    /// those that name the same measures.
    ///
    /// What is due on such a day is set by an event that gives the day, so that nothing is missing.
    func dueEvidence(on days: ClosedRange<Int64>) async throws -> DueEvidence {
        guard clocks.publishedBy == nil, clocks.knownAt == nil else {
            return DueEvidence(events: try await eventsOfAllCases(), measures: nil)
        }
        // A later event may move a day out of the rows, and is not read then.
        readEvents?.note(through: try await snapshot().position)
        let rows = try await kept(.due, .days(from: "first_day", to: "last_day", overlapping: days))
        let measures = Set(rows.compactMap { $0.text("measure", of: .due).flatMap { Slug($0) } })
        let naming = try await streams(
            mentioning: measures.sorted().map { StreamName(.measure, $0) })
        let cases = Set(rows.compactMap { StreamName($0.stream) } + naming)
            .filter { $0.kind == .case }
        return DueEvidence(
            events: try await effectiveEvents(cases.sorted()), measures: measures)
    }
}

extension EDTFDate {
    /// The days on which it may be, since 1970-01-01.
    fileprivate var possibleDays: ClosedRange<Int64> {
        let first = earliest?.daysSince1970 ?? .min
        return first...max(first, latest?.daysSince1970 ?? .max)
    }
}
