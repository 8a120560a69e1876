import CaseModel
import EventLog

extension CaseRecord {
    /// The country codes that nothing is recorded with, in events that are not recorded yet.
    func countryFaults(_ drafts: [(Draft, Origin)]) async throws(CaseworkError) -> [LocatedFault] {
        let found = drafts.filter { !$0.0.countryFaults.isEmpty }
        guard !found.isEmpty else { return [] }
        let events = try await asking { () async throws(EventLogError) in
            try await log.events(found.map(\.0.id))
        }
        let recorded = Dictionary(events.map { ($0.id, $0) }) { first, _ in first }
        return found.flatMap { draft, origin -> [LocatedFault] in
            if let event = recorded[draft.id], draft.repeats(event) { return [] }
            return draft.countryFaults.map { LocatedFault($0, in: origin) }
        }
    }
}
