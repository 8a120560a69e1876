import CanonicalJSON
package import CaseModel
import EventLog
import Projections

/// Erases the content of events where a law requires it, and records that it did.
///
/// Digest, header and leaf stay, so that every proof still holds. Nothing brings the content back.
package struct Eraser: Sendable {
    /// Records the erasure.
    let recorder: Recorder

    private var reader: CaseReader { recorder.reader }

    /// The erasure of an event as it would be recorded in its stream; nothing is erased yet.
    ///
    /// - Parameters:
    ///   - name: The event.
    ///   - text: The event as the user named it; stored unchanged.
    ///   - reason: Why; it stays in the record.
    ///   - id: The id of the event that records it.
    /// - Returns: The event, checked.
    /// - Throws: An error if there is no such event, it records an erasure itself, or its erasure is
    ///   recorded already under another id.
    package func draft(
        of name: EventReference, named text: String, reason: String, id: EventID
    ) async throws -> Draft {
        let stored = try await reader.stored(named: name)
        guard stored.type != BodyErased.type else {
            throw CaseworkError(
                .usage, "an erasure cannot be erased",
                hint: "its reason is there to be read; retract it if it is wrong")
        }
        guard let stream = StreamName(stored.stream) else {
            throw CaseworkError.unreadable(
                UnreadableEvent(stored, "its kind of stream is not known here"))
        }
        let erasure = try await reader.recorded([stream]).first { $0.id == stored.id }?.erasure
        if let erasure, try await reader.stored(named: erasure.event).id != id {
            throw CaseworkError(
                .usage, "\(name) was erased on \(erasure.recordedAt.day)",
                hint: "cases show '\(erasure.event)'")
        }
        var form = EventForm()
        form.data = ["event": .string(text), "reason": .string(reason)]
        let entry = try form.entry(in: stream, type: try .known(BodyErased.type), id: id)
        guard let draft = try await recorder.check([entry], mayErase: true).first else {
            throw CaseworkError(.internal, "an event was lost while it was checked")
        }
        return draft
    }

    /// Erases an event and records it, both or neither; then brings the read models up to date.
    ///
    /// - Parameters:
    ///   - name: The event.
    ///   - draft: What `draft` made of it.
    ///   - person: Who records it.
    /// - Returns: The place of the erasure in the log.
    /// - Throws: An error if the role may not erase; nothing is erased then.
    package func erase(
        _ name: EventReference, recording draft: Draft, by person: String
    ) async throws -> Recording {
        try await recorder.requireClock()
        let stored = try await reader.stored(named: name)
        let event = NewEvent(
            id: draft.id, stream: draft.stream, type: draft.type.name, body: draft.bytes)
        let place = try await recorder.log.erase(stored.id, recording: event, by: person)
        var recording = Recording(
            lines: [
                Recording.Line(
                    event: .numbered(draft.stream, place.version), id: draft.id,
                    position: place.position, version: place.version, replayed: place.replayed)
            ], head: place.position)
        recording.add(remark: await recorder.rebuilder.catchUpRemark())
        return recording
    }
}
