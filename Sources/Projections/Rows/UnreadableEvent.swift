public import CanonicalJSON
import CaseModel

/// An event of the log that this program cannot read.
///
/// Its stream stops: nothing is said of the stream until the event is retracted, or a program that
/// knows more reads it.
public struct UnreadableEvent: Error, Hashable, Sendable {
    /// The name of its stream, as it is stored.
    public let stream: String
    /// Its number in the stream, from 1.
    public let version: Int64
    /// Its place in the log, from 1.
    public let position: Int64
    /// Why it cannot be read, without anything that the event says.
    public let reason: String

    /// An event at its place, and what is wrong with it.
    public init(stream: String, version: Int64, position: Int64, reason: String) {
        self.stream = stream
        self.version = version
        self.position = position
        self.reason = reason
    }

    /// The name by which it can be retracted: `CASE#VERSION`.
    public var event: String { "\(StreamName(stream)?.shortName ?? stream)#\(version)" }

    /// The event as answers list it.
    public var json: JSONValue {
        [
            "event": .string(event), "position": .integer(position), "reason": .string(reason),
        ]
    }
}
