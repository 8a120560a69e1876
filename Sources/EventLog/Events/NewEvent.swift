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
