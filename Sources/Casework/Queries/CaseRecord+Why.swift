package import CaseModel
package import Projections

extension CaseRecord {
    /// What makes a field of a case what it is.
    ///
    /// - Throws: that there is no such case, or that it has no such field, with the nearest one.
    package func why(_ field: String, of slug: Slug) async throws(CaseworkError) -> WhyAnswer {
        let stream = StreamName(.case, slug)
        let (record, position) = try await snapshot()
        let events = try await record.standing([stream])
        guard !events.isEmpty else { throw try await record.absent(stream) }
        let shared = try await record.sharing(measuresOf: events)
        let all = events.merged(with: shared.standing)
        let registers = try await record.registers(namedBy: all)
        let grounds = Grounds(
            of: slug, recorded: try await record.events(of: [stream]) + shared.recorded, all,
            asOf: clocks.asOf, registers: registers)
        guard let why = grounds.why(field) else {
            throw .unknown(field: field, of: slug, nearest: grounds.nearest(to: field))
        }
        return WhyAnswer(
            slug: slug, why: why, knownAt: position, registers: registers, clocks: clocks)
    }
}

extension CaseworkError {
    /// That a case has no such field.
    fileprivate static func unknown(
        field: String, of slug: Slug, nearest: String?
    ) -> CaseworkError {
        CaseworkError(
            .notFound, "\(slug) has no field \(quoted(field))",
            hint: nearest.map { "did you mean \(quoted($0))?" }
                ?? "as in cases show: title, measures.SLUG.status, KEY.occurred")
    }
}
