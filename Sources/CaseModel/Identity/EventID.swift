import Digest
public import Foundation

/// An event's UUID: derived from stream and key if it has a key, otherwise generated once (RFC
/// 9562).
public struct EventID: Hashable, Sendable {
    /// The sixteen bytes.
    public let uuid: UUID

    /// The id with these bytes.
    public init(_ uuid: UUID) { self.uuid = uuid }

    /// The id written as `text` in RFC 9562's form, in either case; nil if it is not one.
    public init?(_ text: String) {
        // Foundation stops at the first NUL and ignores what follows.
        guard text.utf8.count == 36, let uuid = UUID(uuidString: text) else { return nil }
        self.uuid = uuid
    }

    /// A regular expression (ECMA-262) of an id.
    static let expression = "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"

    /// `UUID`.
    package static var form: TextForm { TextForm(name: "UUID", pattern: "^\(expression)$") }

    /// The sixteen bytes as a number, the first byte the highest.
    package var number: UInt128 {
        withUnsafeBytes(of: uuid.uuid) { bytes in
            bytes.reduce(0) { $0 << 8 | UInt128($1) }
        }
    }

    /// The id in lower case, as RFC 9562 writes it.
    public var text: String { uuid.uuidString.lowercased() }

    /// The UUIDv5 of `<stream>/<key>`: the same key always gives the same id.
    public init(stream: StreamName, key: Slug) {
        self.init(name: "\(stream.text)/\(key.text)")
    }

    /// The UUIDv5 of a name.
    package init(name: String) {
        let bytes = SHA1.digest(EventID.namespace + Array(name.utf8))
        self.init(version: 5, bytes: Array(bytes.prefix(16)))
    }

    /// A UUIDv7: its first 48 bits are `milliseconds` since 1970, the rest is `random`.
    ///
    /// - Parameters:
    ///   - milliseconds: Unix time; later ids sort after earlier ones.
    ///   - random: at least ten bytes.
    public init(milliseconds: UInt64, random: [UInt8]) {
        precondition(random.count >= 10, "a UUIDv7 needs ten random bytes")
        let time = (0..<6).map { UInt8(truncatingIfNeeded: milliseconds >> (40 - 8 * $0)) }
        self.init(version: 7, bytes: time + random.prefix(10))
    }

    /// `a47b9759-9e03-5de5-8c67-31b2622a3977`, the namespace of keyed events.
    private static let namespace: [UInt8] = [
        0xa4, 0x7b, 0x97, 0x59, 0x9e, 0x03, 0x5d, 0xe5, 0x8c, 0x67, 0x31, 0xb2, 0x62, 0x2a, 0x39,
        0x77,
    ]

    private init(version: UInt8, bytes: [UInt8]) {
        var b = bytes
        b[6] = (b[6] & 0x0f) | (version << 4)
        b[8] = (b[8] & 0x3f) | 0x80
        uuid = UUID(
            uuid: (
                b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7],
                b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]
            ))
    }
}

extension EventID: CustomStringConvertible {
    /// The id in lower case.
    public var description: String { text }
}
