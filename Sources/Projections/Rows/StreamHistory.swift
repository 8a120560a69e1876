public import CanonicalJSON
package import CaseModel

/// The events of one stream with derived data, from which read models are computed.
package struct StreamHistory: Sendable {
    /// The stream.
    package let stream: StreamName
    /// Its events as recorded, in order of position.
    package let events: [Event]
    /// The same as effective events.
    package let standing: [EffectiveEvent]
    /// What they say about each other.
    let evidence: Evidence

    /// The history of a stream.
    ///
    /// - Parameters:
    ///   - stream: the stream.
    ///   - events: all its events up to some position, in order.
    /// - Throws: a correction that leaves an event unreadable.
    package init(of stream: StreamName, _ events: [Event]) throws(UnreadableCorrection) {
        self.init(of: stream, events, standing: try effective(events))
    }

    /// The history of a stream under some clocks.
    package init(of stream: StreamName, _ events: [Event], standing: [EffectiveEvent]) {
        self.stream = stream
        self.events = events
        self.standing = standing
        evidence = Evidence(standing)
    }

    /// The world events that count.
    var happenings: [EffectiveEvent] {
        standing.filter { $0.retraction == nil && $0.event.type.isWorld }
    }
}

/// An event of the log that this program cannot read.
///
/// Its stream is stopped: it is omitted from answers until the event is retracted, or a newer
/// program can read it.
public struct UnreadableEvent: Error, Hashable, Sendable {
    /// The stored name of its stream.
    public let stream: String
    /// Its number in the stream, from 1.
    public let version: Int64
    /// Its position in the log, from 1.
    public let position: Int64
    /// Why it cannot be read, without any content of the event.
    public let reason: String

    /// An event at its position, and the reason.
    public init(stream: String, version: Int64, position: Int64, reason: String) {
        self.stream = stream
        self.version = version
        self.position = position
        self.reason = reason
    }

    /// The name by which it can be retracted: `CASE#VERSION`.
    public var event: String { "\(StreamName(stream)?.shortName ?? stream)#\(version)" }

    /// The JSON form of the event in answers.
    public var json: JSONValue {
        [
            "event": .string(event), "position": .integer(position), "reason": .string(reason),
        ]
    }
}
