package import CaseModel
import Postgres

/// Where the log ends, by its head and by what is stored, in one state of the log.
package struct LogEnd: Hashable, Sendable {
    /// How many rows the table `head` has; 1 in a sound log.
    package let headRows: Int64
    /// The position that the head names; 0 where there is no head.
    package let head: Int64
    /// The head's time; nil where it is infinite, or there is no head.
    package let recordedAt: Instant?
    /// The greatest position that is stored, 0 where there is none.
    package let lastPosition: Int64
    /// When the event there was recorded; nil where there is none, or its time is infinite.
    package let lastRecordedAt: Instant?
}

extension EventLog {
    /// Where the log ends: one statement, for an append may come between two.
    package func end() async throws(EventLogError) -> LogEnd {
        let ends = try await rows(
            """
            SELECT (SELECT count(*) FROM \(workspace).head),
                coalesce(h.position, 0),
                CASE WHEN isfinite(h.recorded_at) THEN h.recorded_at END,
                coalesce(e.position, 0),
                CASE WHEN isfinite(e.recorded_at) THEN e.recorded_at END
            FROM (VALUES (true)) AS one (one)
            LEFT JOIN LATERAL (
                SELECT position, recorded_at FROM \(workspace).head ORDER BY position DESC LIMIT 1
            ) h ON true
            LEFT JOIN LATERAL (
                SELECT position, recorded_at FROM \(workspace).event
                ORDER BY position DESC LIMIT 1
            ) e ON true
            """
        ) { row in try LogEnd(&row) }
        guard let end = ends.first else {
            throw .other(nil, message: "the server does not say where the log ends")
        }
        return end
    }
}

extension LogEnd {
    fileprivate init(_ row: inout Row) throws(PostgresError) {
        headRows = try row.next()
        head = try row.next()
        recordedAt = try row.next(Timestamp?.self).map { Instant(microseconds: $0.microseconds) }
        lastPosition = try row.next()
        lastRecordedAt = try row.next(Timestamp?.self)
            .map { Instant(microseconds: $0.microseconds) }
    }
}
