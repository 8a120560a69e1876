import CanonicalJSON
package import CaseModel
import EventLog
import Projections

/// A correction as the user enters it, on a command line or a page.
package struct CorrectionForm: Sendable {
    /// `PATH=VALUE`; `null`, or an empty list, removes the field.
    package var settings: [String]
    /// Why the event is corrected.
    package var reason: CorrectionReason
    /// Further remarks.
    package var note: String?
    /// A source and a place in it: `SOURCE` or `SOURCE@PLACE`.
    package var sources: [String] = []
    /// Why there is no source.
    package var noSource: String?

    /// Creates a correction without a source.
    package init(settings: [String], reason: CorrectionReason, note: String? = nil) {
        self.settings = settings
        self.reason = reason
        self.note = note
    }

    /// The values by path, each with the type that its field has in events of a type.
    fileprivate func values(of type: EventType) throws -> JSONObject {
        let settings = try settings.map { try FieldSetting($0, correcting: type) }
        try FieldSetting.checkOnce(settings)
        return settings.reduce(into: JSONObject()) { $0[$1.path.path] = $1.value }
    }
}

extension Corrector {
    /// Creates the correction of an event, for the event's stream.
    ///
    /// - Parameters:
    ///   - name: The event.
    ///   - text: The event as the user named it; stored unchanged.
    ///   - form: What is corrected, why, and on which sources.
    ///   - id: The correction's own id.
    /// - Returns: The entry, not yet checked.
    /// - Throws: An error if the event does not exist, or a setting does not fit its type.
    package func correction(
        of name: EventReference, named text: String, by form: CorrectionForm, id: EventID
    ) async throws -> Entry {
        let event = try await reader.event(named: name)
        guard !event.isErased else {
            throw CaseworkError(
                .badReference, "what \(name) said was erased: there is nothing to correct",
                hint: "cases show \(name)")
        }
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

    /// Creates the retraction of an event, for the event's stream.
    ///
    /// - Parameters:
    ///   - name: The event.
    ///   - text: The event as the user named it; stored unchanged.
    ///   - reason: Why it no longer counts.
    ///   - id: The retraction's own id.
    /// - Returns: The entry, not yet checked.
    /// - Throws: An error if the event does not exist.
    package func retraction(
        of name: EventReference, named text: String, reason: String, id: EventID
    ) async throws -> Entry {
        // The event need not be readable: that may be the reason for its retraction.
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
    /// A type that the language must have; if it is missing, that is a bug.
    static func known(_ name: String) throws(CaseworkError) -> EventType {
        guard let type = EventType.named(name) else {
            throw CaseworkError(.internal, "the language lost \(name)")
        }
        return type
    }
}
