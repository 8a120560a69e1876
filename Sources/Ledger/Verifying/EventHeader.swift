import Digest

/// The header of an event, serialised as the eight lines that its leaf hash commits to.
public struct EventHeader: Sendable {
    /// The version of header and language together; 1 is the only one so far.
    public let language: Int
    /// The stream's name, as in `case/acme-seizure`.
    public let stream: String
    /// The event's number in its stream, from 1.
    public let version: Int64
    /// The event's UUID.
    public let id: EventNumber
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
        language: Int = 1, stream: String, version: Int64, id: EventNumber, type: String,
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
        var bytes: [UInt8] = []
        bytes.reserveCapacity(320)
        // Without interpolation, which makes a string each time: `cases verify` does this for every
        // event of the log.
        bytes += "cases.event/".utf8
        bytes += String(language).utf8
        bytes += "\nstream: ".utf8
        bytes += stream.utf8
        bytes += "\nversion: ".utf8
        bytes += String(version).utf8
        bytes += "\nid: ".utf8
        id.append(to: &bytes)
        bytes += "\ntype: ".utf8
        bytes += type.utf8
        bytes += "\nrecorded-at: ".utf8
        bytes += recordedAt.utf8
        bytes += "\nrecorded-by: ".utf8
        bytes += recordedBy.utf8
        bytes += "\nbody: ".utf8
        bytes.append(hexadecimal: digest)
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    /// The event's leaf hash in the tree (RFC 9162, 2.1.1), 32 bytes.
    public var leaf: [UInt8] { MerkleTree.leafHash(of: bytes) }

    /// The body digest in a header: SHA-256(salt ‖ body), 32 bytes.
    public static func bodyDigest(salt: [UInt8], body: [UInt8]) -> [UInt8] {
        SHA256.digest(salt + body)
    }
}

/// A UUID as a number of 128 bits, its first byte the highest.
public struct EventNumber: Hashable, Sendable {
    /// The number.
    public let number: UInt128

    /// The UUID with this number.
    public init(_ number: UInt128) { self.number = number }

    /// Appends the UUID in lower case, as RFC 9562 writes it.
    func append(to text: inout [UInt8]) {
        for place in 0..<16 {
            if place == 4 || place == 6 || place == 8 || place == 10 {
                text.append(UInt8(ascii: "-"))
            }
            text.append(hexadecimal: UInt8(truncatingIfNeeded: number >> (120 - 8 * place)))
        }
    }
}
