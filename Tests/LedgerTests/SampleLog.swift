import Digest
import Ledger

/// A sound log of six events in two streams, to be tampered with.
///
/// Positions 1, 3 and 5 are versions 1 to 3 of `case/acme-seizure`, 2, 4 and 6 those of
/// `actor/acme`. All but the last have a key. Each was recorded a second after the one before.
enum SampleLog {
    static var entries: [LedgerEntry] { (1...6).map { sound(position: $0) } }

    /// The rule for keyed ids in these tests: any rule will do, so long as it depends on both.
    static let keyedID: WindowVerification.KeyedID = { stream, key in
        let digest = SHA256.digest(Array("\(stream)/\(key)".utf8))
        return number(digest.prefix(16))
    }

    /// The verdict on entries that are verified in windows that end at these positions, and at the
    /// last one.
    static func verdict(
        _ entries: [LedgerEntry], head: Int64 = 6, cutAt ends: [Int64] = [],
        against checkpoints: [LogCheckpoint] = [], stored: [Subtree: [UInt8]] = [:]
    ) -> Verdict {
        verdict(
            entries, head: LedgerHead(position: head, recordedAt: "2031-04-02T09:30:09.000000Z"),
            cutAt: ends, against: checkpoints, stored: stored)
    }

    static func verdict(
        _ entries: [LedgerEntry], head: LedgerHead, cutAt ends: [Int64] = [],
        against checkpoints: [LogCheckpoint] = [], stored: [Subtree: [UInt8]] = [:]
    ) -> Verdict {
        var verification = Verification(against: checkpoints)
        let last = entries.map(\.position).max() ?? 0
        var start: Int64 = 1
        for end in ends + [last] where end >= start {
            var window = WindowVerification(start...end, keyedID: keyedID)
            for entry in entries where (start...end).contains(entry.position) {
                window.check(entry)
            }
            window.end()
            verification.add(window)
            start = end &+ 1
        }
        verification.compare(stored: stored)
        return verification.verdict(head: head)
    }

    static func sound(position: Int64) -> LedgerEntry {
        let key = position == 6 ? nil : "event-\(position)"
        let stream = position % 2 == 1 ? "case/acme-seizure" : "actor/acme"
        let body = Array(#"{"key":"event-\#(position)"}"#.utf8)
        let salt = [UInt8](repeating: UInt8(position), count: 16)
        let header = EventHeader(
            stream: stream, version: (position + 1) / 2,
            id: EventNumber(key.flatMap { keyedID(stream, $0) } ?? number(salt[...])),
            type: "note.added",
            recordedAt: "2031-04-02T09:30:0\(position).000000Z", recordedBy: "writer/anna",
            digest: EventHeader.bodyDigest(salt: salt, body: body))
        return LedgerEntry(
            position: position, header: header, key: key, leaf: header.leaf, salt: salt,
            body: StoredBody(bytes: body, key: key.map { .named($0) } ?? .absent))
    }

    /// An event of a long log: each the first of a stream of its own, without a key.
    static func plain(position: Int64) -> LedgerEntry {
        let (body, salt) = (Array("{}".utf8), [UInt8](repeating: 7, count: 16))
        let header = EventHeader(
            stream: "case/c\(position)", version: 1, id: EventNumber(UInt128(position)),
            type: "note.added",
            recordedAt: "2031-04-02T09:30:00.\(String(1_000_000 + position).dropFirst())Z",
            recordedBy: "writer/anna", digest: EventHeader.bodyDigest(salt: salt, body: body))
        return LedgerEntry(
            position: position, header: header, key: nil, leaf: header.leaf, salt: salt,
            body: StoredBody(bytes: body, key: .absent))
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt128 {
        bytes.reduce(0) { $0 << 8 | UInt128($1) }
    }
}

extension LedgerEntry {
    /// Puts another header on, and the leaf that goes with it where the tampering is thorough.
    mutating func rewrite(
        stream: String? = nil, version: Int64? = nil, id: EventNumber? = nil, type: String? = nil,
        recordedAt: String? = nil, recordedBy: String? = nil, digest: [UInt8]? = nil,
        language: Int? = nil, withLeaf: Bool = false
    ) {
        header = EventHeader(
            language: language ?? header.language, stream: stream ?? header.stream,
            version: version ?? header.version, id: id ?? header.id, type: type ?? header.type,
            recordedAt: recordedAt ?? header.recordedAt,
            recordedBy: recordedBy ?? header.recordedBy, digest: digest ?? header.digest)
        if withLeaf { leaf = header.leaf }
    }
}
