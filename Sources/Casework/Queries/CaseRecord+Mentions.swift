import CaseModel
import Projections
import ReadModels

extension CaseRecord {
    /// The streams whose events name other streams or, by their ids, single events; in the order of
    /// their names.
    ///
    /// The index only grows: it knows what was ever named, whatever became of it. So it holds for
    /// every clock, and the caller reads what the events mean.
    func streams(
        mentioning streams: [StreamName], events: [EventID] = []
    ) async throws(CaseworkError) -> [StreamName] {
        let mentioned = streams.map(\.text) + events.map(\.text)
        let rows = try await kept(.mentions, .column("mentioned", anyOf: mentioned))
        return try Set(rows.map(\.stream)).map { name throws(CaseworkError) in
            guard let stream = StreamName(name) else { throw .foreignRow(of: .mentions) }
            return stream
        }.sorted()
    }
}
