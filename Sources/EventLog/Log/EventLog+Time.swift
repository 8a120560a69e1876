package import CaseModel
import Postgres

extension EventLog {
    /// The position of the last event recorded up to a moment; 0 if there is none.
    ///
    /// Times increase with positions, so a binary search finds it without an index, in one
    /// statement.
    package func lastPosition(recordedBy instant: Instant) async throws(EventLogError) -> Int64 {
        let halves = try await rows(search(for: instant)) { row in
            (known: try row.next(Int64.self), open: try row.next(Int64.self))
        }
        guard let last = halves.first else { return 0 }
        guard last.open - last.known <= 1 else {
            throw .gap(position: last.known + (last.open - last.known) / 2)
        }
        return last.known
    }

    /// Bisects the range between the last position known to be recorded by then and the first known
    /// not to be; it stops at a position without an event.
    ///
    /// Compares microseconds, because the requested time may be outside the range of `timestamptz`.
    private func search(for instant: Instant) -> Statement {
        """
        WITH RECURSIVE search (known, open) AS (
            SELECT 0::bigint, position + 1 FROM \(workspace).head
            UNION ALL
            SELECT
                CASE WHEN half.is_recorded THEN half.position ELSE search.known END,
                CASE WHEN half.is_recorded THEN search.open ELSE half.position END
            FROM search
            CROSS JOIN LATERAL (
                SELECT e.position,
                    extract(epoch FROM e.recorded_at) * 1000000 <= \(instant.microseconds)
                        AS is_recorded
                FROM \(workspace).event e
                WHERE e.position = search.known + (search.open - search.known) / 2
            ) half
            WHERE search.open - search.known > 1
        )
        SELECT known, open FROM search ORDER BY open - known LIMIT 1
        """
    }
}
