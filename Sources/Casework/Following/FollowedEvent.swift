import CanonicalJSON
package import CaseModel
import EventLog
import Exchange

/// An event as it is handed to a follower.
package struct FollowedEvent: Sendable {
    /// Its id: the same at every attempt, so that a receiver can tell a repetition.
    package let id: EventID
    /// Its place in the log.
    package let place: LogPlace
    private let stored: StoredEvent

    init(_ stored: StoredEvent) throws {
        id = stored.id
        place = LogPlace(position: stored.position, leaf: stored.leaf)
        self.stored = stored
    }

    /// The notation of an event.
    package enum Notation: String, CaseIterable, Sendable {
        /// A line of an export.
        case jsonl
        /// A CloudEvent.
        case cloudevents
    }

    /// The event in a notation, as one line of JSON.
    ///
    /// - Parameters:
    ///   - notation: The notation.
    ///   - source: The URI of the record in CloudEvents.
    /// - Returns: The line with its media type.
    /// - Throws: An error for an event that cannot be read; none is left out silently.
    package func line(_ notation: Notation, source: String) throws -> FollowedLine {
        switch notation {
        case .jsonl: FollowedLine(try ExportLine(stored).json, "application/json")
        case .cloudevents:
            FollowedLine(
                try CloudEvent(reading: stored, source: source).json,
                "application/cloudevents+json")
        }
    }
}

/// What is told of an event.
package struct FollowedLine: Sendable {
    /// One line of canonical JSON, without its end.
    package let text: String
    /// The media type of the text.
    let mediaType: String

    fileprivate init(_ json: JSONValue, _ mediaType: String) {
        text = String(decoding: json.canonicalBytes(), as: UTF8.self)
        self.mediaType = mediaType
    }
}
