import Postgres

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
