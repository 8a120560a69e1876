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

/// What an entry shows by itself, without the rest of the log.
extension LedgerEntry {
    /// Whether body and salt were taken away.
    var isErased: Bool { salt == nil && body == nil }

    /// What is wrong with body and salt; both gone is erasure, which the log allows.
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

    /// Where the key's column differs from the body's key; nil where there is no body to ask.
    var keyProblem: Problem.Kind? {
        switch body?.key {
        case nil: nil
        case .unreadable: .bodyUnreadable
        case .absent: key == nil ? nil : .keyNotOfBody
        case .named(let name): key == name ? nil : .keyNotOfBody
        }
    }

    /// The id as the number that its 32 hexadecimal digits write; nil where they do not.
    var idNumber: UInt128? {
        let digits = header.id.filter { $0 != "-" }
        return digits.utf8.count == 32 ? UInt128(digits, radix: 16) : nil
    }
}

/// The head of the log as its table holds it, whatever has become of it there.
public struct LedgerHead: Sendable {
    /// How many rows the table has.
    public var rows: Int64
    /// The position that it names.
    public var position: Int64
    /// Its time, in the form of `EventHeader.recordedAt`; nil where it is infinite.
    public var recordedAt: String?

    /// A head with these columns.
    public init(rows: Int64 = 1, position: Int64, recordedAt: String?) {
        self.rows = rows
        self.position = position
        self.recordedAt = recordedAt
    }

    /// What is wrong with it, given where the stored events end.
    ///
    /// Its time may be later than that of the last event: a replay moves it and records nothing.
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
