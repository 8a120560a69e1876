package import CaseModel

/// An event to be appended.
package struct NewEvent: Hashable, Sendable {
    /// What makes a second attempt a replay and not a second event.
    package let id: EventID
    /// The stream that it joins.
    package let stream: StreamName
    /// Two lower-case words joined by a dot: `control.taken`.
    package let type: String
    /// Canonical JSON (RFC 8785), at most 65,535 bytes; stored and hashed as it is.
    package let body: [UInt8]

    /// The event with these parts.
    package init(id: EventID, stream: StreamName, type: String, body: [UInt8]) {
        self.id = id
        self.stream = stream
        self.type = type
        self.body = body
    }
}

/// Where an event stands in the log, as the append answers it.
package struct Recorded: Hashable, Sendable {
    /// The event.
    package let id: EventID
    /// Its place in the log, from 1.
    package let position: Int64
    /// Its place in its stream, from 1.
    package let version: Int64
    /// When it was recorded: for a replay, the first time.
    package let recordedAt: Instant
    /// Whether the log had it already, so that nothing was recorded now.
    package let replayed: Bool
}
