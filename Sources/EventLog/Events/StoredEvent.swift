package import CaseModel
import Foundation
package import Postgres

/// An event as it is stored, with everything that its leaf commits to.
package struct StoredEvent: Hashable, Sendable {
    /// Its position in the log, from 1.
    package let position: Int64
    /// Its version in its stream, from 1.
    package let version: Int64
    /// When it was recorded; always later than the event before it.
    package let recordedAt: Instant
    /// The version of header and language together: the `/1` of the header's first line.
    package let language: Int
    /// Its id.
    package let id: EventID
    /// Its stream's name as stored: it is invalid only if the log was modified from outside.
    package let stream: String
    /// Two words joined by a dot.
    package let type: String
    /// Who recorded it: `LOGIN/NAME`, or `LOGIN:ROLE/NAME` if another role was set.
    package let recordedBy: String
    /// The body's key, which stays when the body is erased.
    package let key: String?
    /// SHA-256(salt ‖ body), 32 bytes.
    package let digest: [UInt8]
    /// SHA-256(0x00 ‖ header), 32 bytes.
    package let leaf: [UInt8]
    /// 16 random bytes; nil if the event was erased.
    package let salt: [UInt8]?
    /// The canonical JSON; nil if the event was erased.
    package let body: [UInt8]?

    /// Whether body and salt were erased, both together, as the owner may do.
    package var isErased: Bool { body == nil && salt == nil }
}

extension StoredEvent {
    /// Reads one row of `\(StoredEvent.columns)`.
    init(_ row: inout Row) throws(PostgresError) {
        position = try row.next()
        version = try row.next()
        let moment: Timestamp = try row.next()
        recordedAt = Instant(microseconds: moment.microseconds)
        let number: Int16 = try row.next()
        language = Int(number)
        id = EventID(try row.next())
        stream = try row.next()
        type = try row.next()
        recordedBy = try row.next()
        key = try row.next()
        digest = try row.next()
        leaf = try row.next()
        salt = try row.next()
        let json: JSONText? = try row.next()
        body = json?.bytes
    }

    /// Interpolates the list of an event's columns into a statement.
    struct Columns {}

    /// The columns of `event` in the order in which a row is read.
    static var columns: Columns { Columns() }
}

extension Statement.StringInterpolation {
    /// Appends the columns of `event` in the order in which a `StoredEvent` reads them.
    mutating func appendInterpolation(_: StoredEvent.Columns) {
        appendLiteral(
            """
            position, version, recorded_at, language, id, stream, type, recorded_by, key, \
            digest, leaf, salt, body
            """)
    }

    /// Appends the workspace's schema, quoted.
    package mutating func appendInterpolation(_ workspace: Workspace) {
        appendInterpolation(identifier: workspace.name)
    }
}

/// The end of a stream.
package struct StreamTip: Hashable, Sendable {
    /// The stream.
    package let stream: StreamName
    /// The version of its last event, which is how many it has.
    package let version: Int64
    /// The position of its last event.
    package let position: Int64
}
