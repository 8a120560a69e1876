import CaseModel
import Foundation
package import Postgres

extension StoredEvent {
    /// Reads one row of `\(StoredEvent.columns)`.
    init(_ row: inout Row) throws(PostgresError) {
        position = try row.next()
        version = try row.next()
        recordedAt = Instant(microseconds: try row.next(Timestamp.self).microseconds)
        language = Int(try row.next(Int16.self))
        id = EventID(try row.next(UUID.self))
        stream = try row.next(String.self)
        type = try row.next(String.self)
        recordedBy = try row.next(String.self)
        key = try row.next()
        digest = try row.next()
        leaf = try row.next()
        salt = try row.next()
        body = try row.next(JSONText?.self)?.bytes
    }

    /// Stands for the list of an event's columns in a statement.
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
