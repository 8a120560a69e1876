/// One event as the log's table holds it, whatever has become of it there.
public struct LedgerEntry: Sendable {
    /// The event's place in the log.
    public var position: Int64
    /// The fields of its header, digest included, as they stand in their columns.
    public var header: EventHeader
    /// The key's column.
    public var key: String?
    /// The leaf hash's column.
    public var leaf: [UInt8]
    /// The body's salt; nil after erasure.
    public var salt: [UInt8]?
    /// The body; nil after erasure.
    public var body: StoredBody?

    /// The entry with these columns.
    public init(
        position: Int64, header: EventHeader, key: String?, leaf: [UInt8], salt: [UInt8]?,
        body: StoredBody?
    ) {
        self.position = position
        self.header = header
        self.key = key
        self.leaf = leaf
        self.salt = salt
        self.body = body
    }
}

/// The body of an event as stored, with what its reader found in it.
public struct StoredBody: Sendable {
    /// What a reader of the body finds where the key stands.
    public enum Key: Equatable, Sendable {
        case absent
        case named(String)
        /// The bytes are no canonical JSON, so that nothing can be said of a key.
        case unreadable
    }

    /// The bytes exactly as stored.
    public var bytes: [UInt8]
    /// The key that these bytes name.
    public var key: Key

    /// The body with these bytes, in which the reader found `key`.
    public init(bytes: [UInt8], key: Key) {
        self.bytes = bytes
        self.key = key
    }
}
