public import CanonicalJSON

/// A recorded event as it is read back: its place in the log, and what it says.
public struct Event: Hashable, Sendable {
    /// Its place in the workspace's log, from 1.
    public let position: Int64
    /// Its id.
    public let id: EventID
    /// The thing that it belongs to.
    public let stream: StreamName
    /// Its number in the stream, from 1.
    public let version: Int64
    /// Its type.
    public let type: EventType
    /// When it entered the log.
    public let recordedAt: Instant
    /// Who recorded it: the database's role and the name given.
    public let recordedBy: String
    /// The stored members, from which the body is read.
    public let json: JSONObject
    /// What it says.
    public let body: EventBody

    /// An event at its place, its body read from what is stored; throws what cannot be read.
    public init(
        position: Int64, id: EventID, stream: StreamName, version: Int64, type: EventType,
        recordedAt: Instant, recordedBy: String, json: JSONObject
    ) throws(Faults) {
        body = try EventBody(json, type: type, in: stream)
        self.position = position
        self.id = id
        self.stream = stream
        self.version = version
        self.type = type
        self.recordedAt = recordedAt
        self.recordedBy = recordedBy
        self.json = json
    }

    /// How answers name it: `CASE/KEY`, or `CASE#VERSION` where it has no key.
    public var reference: EventReference {
        body.key.map { .keyed(stream, $0) } ?? .numbered(stream, version)
    }
}
