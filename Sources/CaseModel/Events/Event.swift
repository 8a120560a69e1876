public import CanonicalJSON

/// A recorded event as it is read back: its place in the log, and what it says.
///
/// Its parts are kept once and shared by every copy: folds pass events from list to list, and what
/// an event says is many words long.
public struct Event: Sendable {
    private let parts: Parts

    private final class Parts: Sendable {
        let position: Int64
        let id: EventID
        let stream: StreamName
        let version: Int64
        let type: EventType
        let recordedAt: Instant
        let recordedBy: String
        let document: JSONDocument
        let body: EventBody

        init(
            position: Int64, id: EventID, stream: StreamName, version: Int64, type: EventType,
            recordedAt: Instant, recordedBy: String, document: JSONDocument, body: EventBody
        ) {
            self.body = body
            self.position = position
            self.id = id
            self.stream = stream
            self.version = version
            self.type = type
            self.recordedAt = recordedAt
            self.recordedBy = recordedBy
            self.document = document
        }
    }

    /// An event at its place, its body read from what is stored; throws what cannot be read.
    public init(
        position: Int64, id: EventID, stream: StreamName, version: Int64, type: EventType,
        recordedAt: Instant, recordedBy: String, document: JSONDocument
    ) throws(Faults) {
        parts = Parts(
            position: position, id: id, stream: stream, version: version, type: type,
            recordedAt: recordedAt, recordedBy: recordedBy, document: document,
            body: try EventBody(document.root, type: type, in: stream))
    }

    /// An event at its place, its body read from members; throws what cannot be read.
    public init(
        position: Int64, id: EventID, stream: StreamName, version: Int64, type: EventType,
        recordedAt: Instant, recordedBy: String, json: JSONObject
    ) throws(Faults) {
        try self.init(
            position: position, id: id, stream: stream, version: version, type: type,
            recordedAt: recordedAt, recordedBy: recordedBy,
            document: JSONDocument(.object(json)))
    }

    /// The event with other members, of which claims may be missing: what bears it out then stands
    /// in other events.
    package func showing(_ members: JSONObject) throws(Faults) -> Event {
        guard members != json else { return self }
        let document = JSONDocument(.object(members))
        return Event(
            Parts(
                position: position, id: id, stream: stream, version: version, type: type,
                recordedAt: recordedAt, recordedBy: recordedBy, document: document,
                body: try EventBody(document.root, type: type, in: stream, isSupported: true)))
    }

    private init(_ parts: Parts) { self.parts = parts }

    /// An event that is ready to be recorded, as it would stand at a place.
    public init(
        _ draft: Draft, position: Int64, version: Int64, recordedAt: Instant, recordedBy: String
    ) {
        parts = Parts(
            position: position, id: draft.id, stream: draft.stream, version: version,
            type: draft.type, recordedAt: recordedAt, recordedBy: recordedBy,
            document: draft.document, body: draft.body)
    }

    /// An event whose body was erased: its place stands, and its key, but nothing of what it said.
    public init(
        erasedAt position: Int64, id: EventID, stream: StreamName, version: Int64,
        type: EventType, recordedAt: Instant, recordedBy: String, key: Slug?
    ) {
        var json = JSONObject()
        json["key"] = key.map { .string($0.text) }
        parts = Parts(
            position: position, id: id, stream: stream, version: version, type: type,
            recordedAt: recordedAt, recordedBy: recordedBy, document: JSONDocument(.object(json)),
            body: EventBody(erasedBut: key))
    }
}

extension Event {
    /// Its place in the workspace's log, from 1.
    public var position: Int64 { parts.position }
    /// Its id.
    public var id: EventID { parts.id }
    /// The thing that it belongs to.
    public var stream: StreamName { parts.stream }
    /// Its number in the stream, from 1.
    public var version: Int64 { parts.version }
    /// Its type.
    public var type: EventType { parts.type }
    /// When it entered the log.
    public var recordedAt: Instant { parts.recordedAt }
    /// Who recorded it: the database's role and the name given.
    public var recordedBy: String { parts.recordedBy }
    /// The stored members, made at each call of the bytes from which the body is read.
    public var json: JSONObject { view.object ?? [:] }
    /// The stored members where they stand.
    public var view: JSONView { parts.document.root }
    /// What it says.
    public var body: EventBody { parts.body }

    /// Whether its body was erased, so that nobody can say any more what it said.
    public var isErased: Bool { body.content == .erased }

    /// How answers name it: `CASE/KEY`, or `CASE#VERSION` where it has no key.
    public var reference: EventReference {
        body.key.map { .keyed(stream, $0) } ?? .numbered(stream, version)
    }
}

extension Event: Hashable {
    /// Whether two events are the same at the same place; the body follows from the members.
    public static func == (left: Event, right: Event) -> Bool {
        left.parts === right.parts
            || left.position == right.position && left.id == right.id
                && left.stream == right.stream && left.version == right.version
                && left.type == right.type && left.recordedAt == right.recordedAt
                && left.recordedBy == right.recordedBy && left.view == right.view
    }

    /// Hashes what tells events of one log apart.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(position)
        hasher.combine(id)
    }
}
