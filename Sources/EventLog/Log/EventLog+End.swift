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

/// The end of the log, with its time and the server's time.
package struct LogTip: Hashable, Sendable {
    /// The position of the last event; 0 in an empty log.
    package let position: Int64
    /// When the last event was recorded, according to the log; nil in an empty log.
    package let recordedAt: Instant?
    /// The server's clock at the time of the query.
    package let serverClock: Instant

    /// Creates the end of a log.
    package init(position: Int64, recordedAt: Instant?, serverClock: Instant) {
        self.position = position
        self.recordedAt = recordedAt
        self.serverClock = serverClock
    }
}

extension EventLog {
    /// The end of the log, with the server's clock.
    package func tip() async throws(EventLogError) -> LogTip {
        let tips = try await rows(
            """
            SELECT position, CASE WHEN isfinite(recorded_at) THEN recorded_at END, clock_timestamp()
            FROM \(workspace).head WHERE one
            """
        ) { row in
            LogTip(
                position: try row.next(),
                recordedAt: try row.next(Timestamp?.self).map {
                    Instant(microseconds: $0.microseconds)
                },
                serverClock: Instant(microseconds: try row.next(Timestamp.self).microseconds))
        }
        guard let tip = tips.first else { throw .other(nil, message: "the log has no head") }
        return tip
    }
    /// Whether the server accepts writes; a standby does not.
    package func takesWrites() async throws(EventLogError) -> Bool {
        let answers = try await rows("SELECT NOT pg_is_in_recovery()") {
            row in try row.next(Bool.self)
        }
        return answers.first ?? false
    }
}

/// The end of a log, with the leaf at a position that was seen earlier.
package struct LogSighting: Sendable {
    /// The last event's position; 0 in an empty log.
    package let position: Int64
    /// That event's leaf; empty in an empty log.
    package let leaf: [UInt8]
    /// The leaf at the requested position; nil if there is no event.
    package let leafBefore: [UInt8]?
    /// Whether the server is a standby, and may lag behind.
    package let isStandby: Bool
}

extension EventLog {
    /// Reads the end of the log, and the leaf at an earlier end; 0 requests no leaf.
    package func sighting(beside earlier: Int64) async throws(EventLogError) -> LogSighting {
        let sightings = try await rows(
            """
            SELECT coalesce(e.position, 0), coalesce(e.leaf, ''), k.leaf, pg_is_in_recovery()
            FROM (VALUES (true)) AS one (one)
            LEFT JOIN LATERAL (
                SELECT position, leaf FROM \(workspace).event ORDER BY position DESC LIMIT 1
            ) e ON true
            LEFT JOIN \(workspace).event k ON k.position = \(earlier)
            """
        ) { row in
            LogSighting(
                position: try row.next(), leaf: try row.next(), leafBefore: try row.next(),
                isStandby: try row.next())
        }
        guard let sighting = sightings.first else {
            throw .other(nil, message: "the server does not say where the log ends")
        }
        return sighting
    }
}
