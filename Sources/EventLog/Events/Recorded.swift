package import CaseModel

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
