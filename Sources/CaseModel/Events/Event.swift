public import CanonicalJSON

/// A recorded event as read back: its position in the log, and its content.
///
/// Its parts are stored once and shared by all copies, because folds pass events from list to list
/// and an event's content is large.
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

    /// An event at a position, its body parsed from the stored bytes; throws if it cannot be read.
    public init(
        position: Int64, id: EventID, stream: StreamName, version: Int64, type: EventType,
        recordedAt: Instant, recordedBy: String, document: JSONDocument
    ) throws(Faults) {
        parts = Parts(
            position: position, id: id, stream: stream, version: version, type: type,
            recordedAt: recordedAt, recordedBy: recordedBy, document: document,
            body: try EventBody(document.root, type: type, in: stream))
    }

    /// An event at a position, its body parsed from members; throws if it cannot be read.
    public init(
        position: Int64, id: EventID, stream: StreamName, version: Int64, type: EventType,
        recordedAt: Instant, recordedBy: String, json: JSONObject
    ) throws(Faults) {
        try self.init(
            position: position, id: id, stream: stream, version: version, type: type,
            recordedAt: recordedAt, recordedBy: recordedBy,
            document: JSONDocument(.object(json)))
    }

    /// The event with other members, possibly without claims: it is then supported by other events.
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

    /// A draft as it would be recorded at a position.
    public init(
        _ draft: Draft, position: Int64, version: Int64, recordedAt: Instant, recordedBy: String
    ) {
        parts = Parts(
            position: position, id: draft.id, stream: draft.stream, version: version,
            type: draft.type, recordedAt: recordedAt, recordedBy: recordedBy,
            document: draft.document, body: draft.body)
    }

    /// An event whose body was erased: its position and key remain, but not its content.
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
    /// Its position in the workspace's log, from 1.
    public var position: Int64 { parts.position }
    /// Its id.
    public var id: EventID { parts.id }
    /// The stream that it belongs to.
    public var stream: StreamName { parts.stream }
    /// Its number in the stream, from 1.
    public var version: Int64 { parts.version }
    /// Its type.
    public var type: EventType { parts.type }
    /// When it was recorded.
    public var recordedAt: Instant { parts.recordedAt }
    /// Who recorded it: the database's role and the name given.
    public var recordedBy: String { parts.recordedBy }
    /// The stored members, built at each call from the bytes that the body is parsed from.
    public var json: JSONObject { view.object ?? [:] }
    /// The stored members, read in place.
    public var view: JSONView { parts.document.root }
    /// What it says.
    public var body: EventBody { parts.body }

    /// Whether its body was erased, so that its content is no longer known.
    public var isErased: Bool { if case .erased = body.content { true } else { false } }

    /// When and why its body was erased; nil if it was not, or if that was not recorded.
    public var erasure: Erasure? {
        if case .erased(let erasure) = body.content { erasure } else { nil }
    }

    /// The same event, whose body was erased, with when and why.
    func erased(by erasure: Erasure) -> Event {
        Event(
            Parts(
                position: position, id: id, stream: stream, version: version, type: type,
                recordedAt: recordedAt, recordedBy: recordedBy, document: parts.document,
                body: EventBody(erasedBut: body.key, erasure)))
    }

    /// The name that answers use for it: `CASE/KEY`, or `CASE#VERSION` if it has no key.
    public var reference: EventReference {
        body.key.map { .keyed(stream, $0) } ?? .numbered(stream, version)
    }
}

extension Event: Hashable {
    /// Whether both are the same event at the same position; the members determine the body.
    public static func == (left: Event, right: Event) -> Bool {
        left.parts === right.parts
            || left.position == right.position && left.id == right.id
                && left.stream == right.stream && left.version == right.version
                && left.type == right.type && left.recordedAt == right.recordedAt
                && left.recordedBy == right.recordedBy && left.view == right.view
    }

    /// Hashes what distinguishes events of one log.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(position)
        hasher.combine(id)
    }
}
