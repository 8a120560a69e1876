import Digest

/// The header of an event, serialised as the eight lines that its leaf hash commits to.
public struct EventHeader: Sendable {
    /// The version of header and language together; 1 is the only one so far.
    public let language: Int
    /// The stream's name, as in `case/acme-seizure`.
    public let stream: String
    /// The event's number in its stream, from 1.
    public let version: Int64
    /// The event's UUID in lower case.
    public let id: String
    /// The event's type, as in `control.taken`.
    public let type: String
    /// When it was recorded: UTC with six decimals, as in `2031-04-02T09:30:00.000000Z`.
    public let recordedAt: String
    /// Who recorded it: `LOGIN/NAME`, or `LOGIN:ROLE/NAME` where another role was set.
    public let recordedBy: String
    /// SHA-256 of the body's salt followed by the body, 32 bytes.
    public let digest: [UInt8]

    /// The header with these fields; none may contain a line break.
    public init(
        language: Int = 1, stream: String, version: Int64, id: String, type: String,
        recordedAt: String, recordedBy: String, digest: [UInt8]
    ) {
        self.language = language
        self.stream = stream
        self.version = version
        self.id = id
        self.type = type
        self.recordedAt = recordedAt
        self.recordedBy = recordedBy
        self.digest = digest
    }

    /// The eight lines in UTF-8, each ending in LF.
    public var bytes: [UInt8] {
        Array(
            """
            cases.event/\(language)
            stream: \(stream)
            version: \(version)
            id: \(id)
            type: \(type)
            recorded-at: \(recordedAt)
            recorded-by: \(recordedBy)
            body: \(digest.hexadecimal)

            """.utf8)
    }

    /// The event's leaf hash in the tree (RFC 9162, 2.1.1), 32 bytes.
    public var leaf: [UInt8] { MerkleTree.leafHash(of: bytes) }

    /// The body digest in a header: SHA-256(salt ‖ body), 32 bytes.
    public static func bodyDigest(salt: [UInt8], body: [UInt8]) -> [UInt8] {
        SHA256.digest(salt + body)
    }
}
