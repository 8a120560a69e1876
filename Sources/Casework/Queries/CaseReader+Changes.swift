import CanonicalJSON
package import CaseModel
package import Projections

/// Two instants of one of the three clocks.
package enum ClockRange: Sendable {
    case occurred(EDTFDate, EDTFDate)
    case published(EDTFDate, EDTFDate)
    case recorded(KnownAt, KnownAt)
}

/// One of the three clocks, by its name.
package enum ChosenClock: String, CaseIterable, Sendable {
    case occurred, published, recorded
}

extension ClockRange {
    /// Two instants as people write them.
    ///
    /// - Throws: An error for an instant that the clock does not have.
    package init(_ clock: ChosenClock, from: String, to: String) throws(CaseworkError) {
        switch clock {
        case .occurred:
            self = .occurred(try EDTFDate(onClock: from), try EDTFDate(onClock: to))
        case .published:
            self = .published(try EDTFDate(onClock: from), try EDTFDate(onClock: to))
        case .recorded:
            self = .recorded(try KnownAt(onClock: from), try KnownAt(onClock: to))
        }
    }
}

extension ClockRange {
    /// The name of the clock on the command line.
    fileprivate var clock: String {
        switch self {
        case .occurred: "occurred"
        case .published: "published"
        case .recorded: "recorded"
        }
    }

    /// The instant on its clock as of which a record is read.
    fileprivate func instant(of clocks: Clocks) -> JSONValue {
        switch self {
        case .occurred: .optional(clocks.asOf?.text)
        case .published: .optional(clocks.publishedBy?.text)
        case .recorded: clocks.knownAt.map { .integer($0) } ?? .null
        }
    }
}

extension CaseReader {
    /// What changed in a case between two instants of one clock; the other clocks are unchanged.
    ///
    /// - Throws: An error if the case exists at neither of them.
    package func difference(
        in slug: Slug, between range: ClockRange
    ) async throws -> DiffAnswer {
        let (record, position) = try await snapshot()
        let (first, second) = try await record.ends(of: range)
        let (old, new) = (try await first.reading(of: slug), try await second.reading(of: slug))
        try record.requireReadable(StreamName(.case, slug))
        guard old.isThere || new.isThere else {
            throw try await second.absent(StreamName(.case, slug))
        }
        return DiffAnswer(
            slug: slug, clock: range.clock, from: range.instant(of: first.clocks),
            to: range.instant(of: second.clocks), difference: CaseDifference(from: old, to: new),
            knownAt: position, registers: new.registers, clocks: clocks)
    }

    /// The record as of both instants, with the other clocks unchanged.
    private func ends(
        of range: ClockRange
    ) async throws -> (CaseReader, CaseReader) {
        switch range {
        case .occurred(let from, let to): (at(asOf: from), at(asOf: to))
        case .published(let from, let to): (at(publishedBy: from), at(publishedBy: to))
        case .recorded(let from, let to):
            (at(knownAt: try await position(of: from)), at(knownAt: try await position(of: to)))
        }
    }

    private func at(
        asOf: EDTFDate? = nil, publishedBy: EDTFDate? = nil, knownAt: Int64? = nil
    ) -> CaseReader {
        let asked = Clocks(
            asOf: asOf ?? clocks.asOf, publishedBy: publishedBy ?? clocks.publishedBy,
            knownAt: knownAt ?? clocks.knownAt)
        return seen(by: asked)
    }

    private func reading(of slug: Slug) async throws -> CaseReading {
        let stream = StreamName(.case, slug)
        // As recorded, not as shown: events that were not yet published also refer to sources.
        let naming = try await known([stream])
        let events = try await effectiveEvents([stream])
        let shared = try await sharing(measuresOf: events)
        return CaseReading(
            of: slug, recorded: try await self.events(of: [stream]) + shared.recorded,
            events.merged(with: shared.standing),
            registered: try await registered(namedBy: naming.merged(with: shared.standing)),
            clocks: clocks)
    }
}

extension CaseReader {
    /// The events that determine the value of a field of a case.
    ///
    /// - Throws: An error if the case does not exist, or has no such field, with the closest match.
    package func why(_ field: String, of slug: Slug) async throws -> WhyAnswer {
        let stream = StreamName(.case, slug)
        let (record, position) = try await snapshot()
        let events = try await record.effectiveEvents([stream])
        guard !events.isEmpty else { throw try await record.absent(stream) }
        let shared = try await record.sharing(measuresOf: events)
        let all = events.merged(with: shared.standing)
        let registers = try await record.registers(namedBy: all)
        let grounds = Grounds(
            of: slug, recorded: try await record.events(of: [stream]) + shared.recorded, all,
            asOf: clocks.asOf, registers: registers)
        guard let why = grounds.why(field) else {
            throw CaseworkError.unknown(field: field, of: slug, nearest: grounds.nearest(to: field))
        }
        return WhyAnswer(
            slug: slug, why: why, knownAt: position, registers: registers, clocks: clocks)
    }
}

extension CaseworkError {
    /// The error for a field that a case does not have.
    fileprivate static func unknown(
        field: String, of slug: Slug, nearest: String?
    ) -> CaseworkError {
        CaseworkError(
            .notFound, "\(slug) has no field \(quoted(field))",
            hint: nearest.map { "did you mean \(quoted($0))?" }
                ?? "as in cases show: title, measures.SLUG.status, KEY.occurred")
    }
}
