import CaseModel
import EventLog

extension EventLog {
    /// The references in the values of a correction; `told` returns what is known of events that
    /// are not recorded yet.
    func references(
        of correction: EventCorrected, told: (EventID) -> CorrectedEvent?
    ) async throws -> [FoundReference] {
        var known: [EventReference: CorrectedEvent] = [:]
        var next: EventReference? = correction.event
        while let name = next, known[name] == nil {
            guard let corrected = try await corrected(name, told) else { break }
            known[name] = corrected
            next = corrected.amended
        }
        return correction.references { known[$0] }
    }

    private func corrected(
        _ name: EventReference, _ told: (EventID) -> CorrectedEvent?
    ) async throws -> CorrectedEvent? {
        guard let id = name.eventID else { return nil }
        if let corrected = told(id) { return corrected }
        let stored = try await self.event(id)
        return try stored.map { stored in
            CorrectedEvent(try Event(stored))
        }
    }
}
