package import CaseModel

/// An event to append.
package struct NewEvent: Hashable, Sendable {
    /// Makes the append idempotent: a second attempt with the same id is a replay.
    package let id: EventID
    /// The stream that it is appended to.
    package let stream: StreamName
    /// Two lower-case words joined by a dot: `control.taken`.
    package let type: String
    /// Canonical JSON (RFC 8785), at most 65,535 bytes; stored and hashed unchanged.
    package let body: [UInt8]

    /// Creates an event from its parts.
    package init(id: EventID, stream: StreamName, type: String, body: [UInt8]) {
        self.id = id
        self.stream = stream
        self.type = type
        self.body = body
    }
}

/// The result of an append for one event: its position and version.
package struct Recorded: Hashable, Sendable {
    /// The event.
    package let id: EventID
    /// Its position in the log, from 1.
    package let position: Int64
    /// Its version in its stream, from 1.
    package let version: Int64
    /// When it was recorded; for a replay, the time of the first recording.
    package let recordedAt: Instant
    /// Whether it is a duplicate, so that nothing was recorded now.
    package let replayed: Bool
}
