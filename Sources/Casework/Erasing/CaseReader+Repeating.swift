package import CaseModel
import EventLog
import Projections

extension CaseReader {
    /// The events that name an event: corrections, added claims, explanations, links.
    ///
    /// They may repeat what it says, and keep it when it is erased or held back.
    ///
    /// - Parameter name: The event.
    /// - Returns: Their names, in order of position, without those that record an erasure.
    /// - Throws: An error if there is no such event.
    package func events(naming name: EventReference) async throws -> [EventReference] {
        let stored = try await stored(named: name)
        guard let stream = StreamName(stored.stream) else { return [] }
        let others = try await streams(mentioning: [stream], events: [stored.id])
        let events = try await recorded(Set(others + [stream]).sorted())
        guard let event = events.first(where: { $0.id == stored.id }) else { return [] }
        let names = Set(event.names.map(\.description))
        return events.filter { other in
            other.id != event.id && other.type.name != BodyErased.type
                && [other].named.contains { $0.kind == .event && names.contains($0.text) }
        }.map(\.reference)
    }
}
