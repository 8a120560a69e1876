package import CaseModel
import Postgres

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
}
