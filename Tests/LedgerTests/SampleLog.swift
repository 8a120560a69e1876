import Digest
import Ledger

/// A sound log of six events in two streams, to be tampered with.
///
/// Positions 1, 3 and 5 are versions 1 to 3 of `case/acme-seizure`, 2, 4 and 6 those of
/// `actor/acme`. All but the last have a key. Each was recorded a second after the one before.
enum SampleLog {
    static var entries: [LedgerEntry] { (1...6).map { sound(position: $0) } }

    /// The rule for keyed ids in these tests: any rule will do, so long as it depends on both.
    static let keyedID: Verification.KeyedID = { stream, key in
        let digest = SHA256.digest(Array("\(stream)/\(key)".utf8))
        return uuid(digest.prefix(16))
    }

    static func verdict(_ entries: [LedgerEntry], head: Int64 = 6) -> Verdict {
        var verification = Verification(keyedID: keyedID)
        for entry in entries { verification.check(entry) }
        return verification.verdict(
            head: LedgerHead(position: head, recordedAt: "2031-04-02T09:30:09.000000Z"))
    }

    static func sound(position: Int64) -> LedgerEntry {
        let key = position == 6 ? nil : "event-\(position)"
        let stream = position % 2 == 1 ? "case/acme-seizure" : "actor/acme"
        let body = Array(#"{"key":"event-\#(position)"}"#.utf8)
        let salt = [UInt8](repeating: UInt8(position), count: 16)
        let header = EventHeader(
            stream: stream, version: (position + 1) / 2,
            id: key.flatMap { keyedID(stream, $0) } ?? uuid(salt[...]), type: "note.added",
            recordedAt: "2031-04-02T09:30:0\(position).000000Z", recordedBy: "writer/anna",
            digest: EventHeader.bodyDigest(salt: salt, body: body))
        return LedgerEntry(
            position: position, header: header, key: key, leaf: header.leaf, salt: salt,
            body: StoredBody(bytes: body, key: key.map { .named($0) } ?? .absent))
    }

    private static func uuid(_ bytes: ArraySlice<UInt8>) -> String {
        let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let ends = [0, 8, 12, 16, 20, 32]
        return zip(ends, ends.dropFirst())
            .map { digits.dropFirst($0).prefix($1 - $0) }.joined(separator: "-")
    }
}

extension LedgerEntry {
    /// Puts another header on, and the leaf that goes with it where the tampering is thorough.
    mutating func rewrite(
        stream: String? = nil, version: Int64? = nil, id: String? = nil, type: String? = nil,
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
