import CaseModel
import EventLog
import Projections

extension CaseRecord {
    /// The cases of the workspace.
    package func list() async throws(CaseworkError) -> CaseList {
        let (record, position) = try await snapshot()
        guard clocks == .none else { return try await record.foldedList(position) }
        let states = Projection.states.narrowed(to: [
            "stream", "title", "status", "happenings", "last_event", "last_occurred",
        ])
        let rows = try await record.kept(states).map { row throws(CaseworkError) in
            try CaseList.Row(row, of: states)
        }
        return CaseList(rows: rows, knownAt: position, clocks: clocks)
    }

    /// The cases as the clocks show them, folded so many at a time.
    private func foldedList(_ position: Int64) async throws(CaseworkError) -> CaseList {
        var rows: [CaseList.Row] = []
        var slugs = try await caseSlugs()[...]
        while !slugs.isEmpty {
            let some = slugs.prefix(CaseRecord.streamsAtOnce)
            slugs = slugs.dropFirst(CaseRecord.streamsAtOnce)
            let events = try await standing(some.map { StreamName(.case, $0) })
            let streams = Dictionary(grouping: events, by: \.event.stream.slug)
            rows += some.compactMap { slug in
                streams[slug].map { CaseList.Row(of: slug, $0, clocks) }
            }
        }
        return CaseList(rows: rows, knownAt: position, clocks: clocks)
    }

    /// How many streams are held at a time by whoever goes through all of them.
    static let streamsAtOnce = 200
}

extension CaseList.Row {
    /// A case as its read model has it.
    fileprivate init(_ row: ProjectedRow, of states: Projection) throws(CaseworkError) {
        guard let stream = StreamName(row.stream),
            case .integer(let happenings)? = row.cell("happenings", of: states)
        else { throw .foreignRow(of: states) }
        var lastDate: EDTFDate?
        if let date = row.text("last_occurred", of: states) {
            do throws(EDTFFault) { lastDate = try EDTFDate(date) } catch {
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
    /// A row of a read model that this program did not write.
    static func foreignRow(of projection: Projection) -> CaseworkError {
        CaseworkError(
            .badEvent, "the read model \(projection.name) holds a row that cannot be read",
            hint: "it was changed from outside: cases rebuild \(projection.name)")
    }
}
