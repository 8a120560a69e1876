public import CanonicalJSON
package import CaseModel

/// Everything that is known of one stream: what read models are made of.
package struct StreamHistory: Sendable {
    /// The stream.
    package let stream: StreamName
    /// Its events as they were recorded, in order of position.
    package let events: [Event]
    /// The same as they stand.
    package let standing: [EffectiveEvent]
    /// What they say of each other.
    let evidence: Evidence

    /// The history of a stream.
    ///
    /// - Parameters:
    ///   - stream: the stream.
    ///   - events: all its events up to some position, in order.
    /// - Throws: a correction that leaves an event which the language cannot read.
    package init(of stream: StreamName, _ events: [Event]) throws(UnreadableCorrection) {
        self.init(of: stream, events, standing: try effective(events))
    }

    /// The history of a stream as some clocks show it.
    package init(of stream: StreamName, _ events: [Event], standing: [EffectiveEvent]) {
        self.stream = stream
        self.events = events
        self.standing = standing
        evidence = Evidence(standing)
    }

    /// The happenings that count.
    var happenings: [EffectiveEvent] {
        standing.filter { $0.retraction == nil && $0.event.type.isWorld }
    }
}

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
