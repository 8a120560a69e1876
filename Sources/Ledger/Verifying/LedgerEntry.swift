/// One event as stored in the log's table, possibly damaged.
public struct LedgerEntry: Sendable {
    /// The event's position in the log.
    public var position: Int64
    /// The fields of its header, including the digest, as stored in their columns.
    public var header: EventHeader
    /// The key column.
    public var key: String?
    /// The leaf hash column.
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

/// The stored body of an event, with the key that its reader found in it.
public struct StoredBody: Sendable {
    /// The result of reading the key from the body.
    public enum Key: Equatable, Sendable {
        case absent
        case named(String)
        /// The bytes are not canonical JSON, so nothing is known about a key.
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

/// Checks on a single entry, without the rest of the log.
extension LedgerEntry {
    /// Whether body and salt were removed.
    var isErased: Bool { salt == nil && body == nil }

    /// The problem with body and salt, if any; both missing is an erasure, which is allowed.
    var bodyProblem: Problem.Kind? {
        switch (salt, body) {
        case (nil, nil): return nil
        case (nil, .some): return .bodyWithoutSalt
        case (.some, nil): return .saltWithoutBody
        case (let salt?, let body?):
            let digest = EventHeader.bodyDigest(salt: salt, body: body.bytes)
            return digest == header.digest ? nil : .bodyChanged
        }
    }

    /// The problem if the key column differs from the body's key; nil if there is no body.
    var keyProblem: Problem.Kind? {
        switch body?.key {
        case nil: nil
        case .unreadable: .bodyUnreadable
        case .absent: key == nil ? nil : .keyNotOfBody
        case .named(let name): key == name ? nil : .keyNotOfBody
        }
    }
}

/// The head of the log as stored in its table, possibly damaged.
public struct LedgerHead: Sendable {
    /// The number of rows in the table.
    public var rows: Int64
    /// The recorded position.
    public var position: Int64
    /// Its time, in the form of `EventHeader.recordedAt`; nil if it is infinite.
    public var recordedAt: String?

    /// A head with these columns.
    public init(rows: Int64 = 1, position: Int64, recordedAt: String?) {
        self.rows = rows
        self.position = position
        self.recordedAt = recordedAt
    }

    /// The problems of the head, given the last stored event.
    ///
    /// Its time may be later than that of the last event: a replay advances it without recording
    /// anything.
    func problems(lastPosition: Int64, lastRecordedAt: String) -> [Problem.Kind] {
        guard rows > 0 else { return [.headRows(rows)] }
        var problems: [Problem.Kind] = rows == 1 ? [] : [.headRows(rows)]
        if position != lastPosition { problems.append(.head(position)) }
        if let recordedAt {
            if recordedAt.utf8.lexicographicallyPrecedes(lastRecordedAt.utf8) {
                problems.append(.headEarlier)
            }
        } else if lastPosition > 0 {
            problems.append(.headInfinite)
        }
        return problems
    }
}
