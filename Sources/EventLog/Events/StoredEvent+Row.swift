import CaseModel
import Foundation
package import Postgres

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
