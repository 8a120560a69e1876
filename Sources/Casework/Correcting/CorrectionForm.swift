import CanonicalJSON
package import CaseModel
import EventLog
import Projections

/// A correction as somebody fills it in, on a command line or a page.
package struct CorrectionForm: Sendable {
    /// `PATH=VALUE`; `null`, or an empty list, takes the field away.
    package var settings: [String]
    /// Why the event is corrected.
    package var reason: CorrectionReason
    /// Further remarks.
    package var note: String?
    /// A source and a place in it: `SOURCE` or `SOURCE@PLACE`.
    package var sources: [String] = []
    /// Why there is no source.
    package var noSource: String?

    /// A correction that names no source yet.
    package init(settings: [String], reason: CorrectionReason, note: String? = nil) {
        self.settings = settings
        self.reason = reason
        self.note = note
    }

    /// The values by path, each of the form of its field in events of a type.
    fileprivate func values(of type: EventType) throws -> JSONObject {
        let settings = try settings.map { try FieldSetting($0, correcting: type) }
        try FieldSetting.checkOnce(settings)
        return settings.reduce(into: JSONObject()) { $0[$1.path.path] = $1.value }
    }
}

extension Corrector {
    /// The correction of an event, to stand in its stream.
    ///
    /// - Parameters:
    ///   - name: the event.
    ///   - text: the event as it was named; stored so.
    ///   - form: what is corrected, why, and who says so.
    ///   - id: the correction's own.
    /// - Returns: the entry, not yet checked.
    /// - Throws: that the event is not there, or which setting fits no field of it.
    package func correction(
        of name: EventReference, named text: String, by form: CorrectionForm, id: EventID
    ) async throws -> Entry {
        let event = try await reader.event(named: name)
        var data: JSONObject = [
            "event": .string(text), "set": .object(try form.values(of: event.type)),
            "reason": .string(form.reason.rawValue),
        ]
        data["note"] = form.note.map(JSONValue.string)
        var entry = EventForm()
        entry.sources = form.sources
        entry.noSource = form.noSource
        entry.data = data
        return try entry.entry(in: event.stream, type: try .known(EventCorrected.type), id: id)
    }

    /// The retraction of an event, to stand in its stream.
    ///
    /// - Parameters:
    ///   - name: the event.
    ///   - text: the event as it was named; stored so.
    ///   - reason: why it no longer counts.
    ///   - id: the retraction's own.
    /// - Returns: the entry, not yet checked.
    /// - Throws: that the event is not there.
    package func retraction(
        of name: EventReference, named text: String, reason: String, id: EventID
    ) async throws -> Entry {
        // The event need not be one that can be read: that may be why it is retracted.
        let stored = try await reader.stored(named: name)
        guard let stream = StreamName(stored.stream) else {
            throw CaseworkError.unreadable(
                UnreadableEvent(stored, "its kind of stream is not known here"))
        }
        var entry = EventForm()
        entry.data = ["event": .string(text), "reason": .string(reason)]
        return try entry.entry(in: stream, type: try .known(EventRetracted.type), id: id)
    }
}

extension EventType {
    /// A type that the language has; that it has not is a fault of ours.
    static func known(_ name: String) throws(CaseworkError) -> EventType {
        guard let type = EventType.named(name) else {
            throw CaseworkError(.internal, "the language lost \(name)")
        }
        return type
    }
}
