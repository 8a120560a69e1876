import CaseModel
import Casework
import EventLog
import Projections

extension CaseRecord {
    /// Who owns an actor, along all paths, and whether listed parties control it; the reading of the
    /// record is not timed.
    func rollUp(_ actor: String) async throws -> Laps {
        guard let slug = Slug(actor) else { throw Job.Misuse() }
        let cases = try await log.streams(.case).map(\.stream)
        let events = try await reader.effectiveEvents(cases)
        let registers = try await reader.registers(namedBy: events)
        var laps = Laps()
        try await laps.lap(1) {
            let network = ActorNetwork(events, asOf: nil, registers: registers)
            guard !network.ties(of: ActorSlug(slug)).shares.isEmpty else { throw Job.Misuse() }
        }
        return laps
    }
}
