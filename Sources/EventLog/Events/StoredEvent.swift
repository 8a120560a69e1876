package import CaseModel

/// An event as it is stored, with everything that its leaf commits to.
package struct StoredEvent: Hashable, Sendable {
    /// Its place in the log, from 1.
    package let position: Int64
    /// Its place in its stream, from 1.
    package let version: Int64
    /// When it was recorded; always later than the event before it.
    package let recordedAt: Instant
    /// The version of header and language together: the `/1` of the header's first line.
    package let language: Int
    /// Its id.
    package let id: EventID
    /// Its stream's name, as it stands: only somebody from outside can have made it no name.
    package let stream: String
    /// Two words joined by a dot.
    package let type: String
    /// Who recorded it: `LOGIN/NAME`, or `LOGIN:ROLE/NAME` where another role was set.
    package let recordedBy: String
    /// The body's key, which stays when the body is erased.
    package let key: String?
    /// SHA-256(salt ‖ body), 32 bytes.
    package let digest: [UInt8]
    /// SHA-256(0x00 ‖ header), 32 bytes.
    package let leaf: [UInt8]
    /// 16 random bytes; nil where the event was erased.
    package let salt: [UInt8]?
    /// The canonical JSON; nil where the event was erased.
    package let body: [UInt8]?

    /// Whether body and salt were erased together, as the owner may do.
    package var isErased: Bool { body == nil && salt == nil }
}
