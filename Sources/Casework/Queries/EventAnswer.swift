package import CanonicalJSON
package import CaseModel
import Digest
package import EventLog
package import Projections

/// `cases.event/1`: one event with everything that is stored of it, as recorded and as corrected.
package struct EventAnswer: Answer {
    /// The stored event.
    package let stored: StoredEvent
    /// The event with corrections applied.
    package let standing: EffectiveEvent
    /// Its links: its own, and those that other events of its stream assert, with denials.
    package let links: [ChainLink]
    /// The claims about it: its own, and those added later.
    package let claims: [ValuedClaim]
    /// The position up to which the log was read.
    package let knownAt: Int64
    /// The registers that it refers to, with their names.
    package let registers: Registers
    /// The clocks of the query.
    package let clocks: Clocks

    /// The answer as JSON.
    package var json: JSONValue {
        var members = members
        members.markErased(standing.event)
        var answer = members.answered(by: clocks, registers)
        if standing.isUnsupported { answer["unsupported"] = true }
        let retracted = standing.names(thatAre: .retracted)
        if !retracted.isEmpty { answer["links_to_retracted"] = .strings(retracted) }
        let absent = standing.names(thatAre: .absent)
        if !absent.isEmpty { answer["links_to_absent"] = .strings(absent) }
        return answer.marked(certain: standing.isCertain)
    }

    private var members: JSONObject {
        let event = standing.event
        return [
            "schema": "cases.event/1", "known_at": .integer(knownAt),
            "event": .string(event.reference.description),
            "id": .string(stored.id.text), "stream": .string(stored.stream),
            "version": .integer(stored.version), "position": .integer(stored.position),
            "type": .string(stored.type), "key": .optional(stored.key),
            "recorded_at": .string(stored.recordedAt.text),
            "recorded_by": .string(stored.recordedBy),
            "digest": .string(stored.digest.hexadecimal),
            "salt": .optional(stored.salt?.hexadecimal), "leaf": .string(stored.leaf.hexadecimal),
            "occurred": event.body.occurred.answer,
            "body": .object(recorded), "standing": .object(event.json),
            "corrections": .strings(standing.corrections.map(\.reference.description)),
            "retracted_by": .optional(standing.retraction?.reference.description),
            "claims": .array(claims.map(\.answer)),
        ]
    }

    private var recorded: JSONObject {
        guard let bytes = stored.body else { return [:] }
        return (try? JSONValue(reading: bytes))?.object ?? [:]
    }
}

extension EffectiveEvent {
    /// The names of the events that its links refer to and that were retracted or do not exist.
    fileprivate func names(thatAre fate: LinkFate) -> [String] {
        fates.filter { $0.value == fate }.map(\.key.description).sorted()
    }
}

extension CaseReader {
    /// One event with everything that is stored of it.
    package func show(_ name: EventReference) async throws -> EventAnswer {
        let (record, position) = try await snapshot()
        let stored = try await record.stored(named: name)
        let stream = StreamName(stored.stream)
        let events = try await record.effectiveEvents(stream.map { [$0] } ?? [])
        guard let standing = events.first(where: { $0.event.id == stored.id }) else {
            if let stream { try record.requireReadable(stream) }
            // If the event was retracted, the stream continues without it.
            _ = try Event(stored)
            let isLost = clocks == .none && stored.position <= position
            throw isLost ? .astray(stored) : record.notYet("event \(name)")
        }
        return EventAnswer(
            stored: stored, standing: standing, links: events.links(from: standing),
            claims: events.claims(on: standing),
            knownAt: position, registers: try await record.registers(namedBy: [standing]),
            clocks: clocks)
    }
}

extension CaseworkError {
    fileprivate static func astray(_ stored: StoredEvent) -> CaseworkError {
        CaseworkError(
            .badEvent, "event \(stored.position) does not stand in its stream",
            hint: "the log was changed from outside: cases verify")
    }
}
