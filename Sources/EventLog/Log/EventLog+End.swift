package import CaseModel
import Postgres

/// The end of the log, by its head and by the stored events, in one snapshot.
package struct LogEnd: Hashable, Sendable {
    /// How many rows the table `head` has; 1 in an intact log.
    package let headRows: Int64
    /// The position in the head; 0 if there is no head.
    package let head: Int64
    /// The head's time; nil if it is infinite, or there is no head.
    package let recordedAt: Instant?
    /// The highest stored position; 0 if there is none.
    package let lastPosition: Int64
    /// When the last event was recorded; nil if there is none, or its time is infinite.
    package let lastRecordedAt: Instant?
}

extension EventLog {
    /// Reads the end of the log, in one statement: an append may come between two.
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
