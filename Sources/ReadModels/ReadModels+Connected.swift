package import EventLog
import Postgres
import Projections

/// Which references lead from one stream to the next.
package struct Names: Sendable {
    /// The kinds of streams that are followed: `case`, `actor`, `source`.
    package let kinds: [String]
    /// Whether a stream also leads to the streams that refer to it.
    package let isBothWays: Bool

    /// Creates references that lead through streams of some kinds.
    package init(through kinds: [String], isBothWays: Bool) {
        self.kinds = kinds
        self.isBothWays = isBothWays
    }
}

extension ReadModels {
    /// The streams reachable by references from some streams, including these; in the order of
    /// their names, as far as the stored mentions go.
    ///
    /// The result is an approximation, made by one query however many steps it takes: it lacks what
    /// was recorded since, it includes references that were corrected meanwhile, and it is empty if
    /// no mentions are stored.
    package func connected(
        to streams: [String], by names: Names
    ) async throws(EventLogError) -> [String] {
        try await transaction { connection in
            try connection.execute("SET TRANSACTION READ ONLY")
            // Each step is a few index look-ups, even if the tables have few statistics.
            for method in ["seqscan", "hashjoin", "mergejoin"] {
                try connection.run(script: "SET LOCAL enable_\(method) = off")
            }
            return try connection.query(
                """
                WITH RECURSIVE kept AS NOT MATERIALIZED (
                    SELECT m.stream, m.mentioned FROM \(workspace).mention m
                    WHERE m.generation = (
                        SELECT p.generation FROM \(workspace).projection p
                        WHERE p.is_live AND p.name = \(Projection.mentions.name))
                ),
                reached AS (
                    SELECT u.stream COLLATE "C" AS stream FROM unnest(\(streams)) u (stream)
                    UNION
                    SELECT n.stream FROM reached r CROSS JOIN LATERAL (
                        SELECT k.mentioned AS stream FROM kept k WHERE k.stream = r.stream
                        UNION ALL
                        SELECT (
                            SELECT e.stream FROM \(workspace).event e
                            WHERE e.id = CASE WHEN k.mentioned !~ '/' THEN k.mentioned::uuid END)
                        FROM kept k WHERE k.stream = r.stream
                        UNION ALL
                        SELECT k.stream FROM kept k
                        WHERE \(names.isBothWays) AND k.mentioned = r.stream
                        UNION ALL
                        -- OFFSET: for each event, and not all mentions beside all events.
                        SELECT m.stream FROM \(workspace).event e CROSS JOIN LATERAL (
                            SELECT k.stream FROM kept k WHERE k.mentioned = e.id::text OFFSET 0
                        ) m
                        WHERE \(names.isBothWays) AND e.stream = r.stream
                    ) n
                    WHERE split_part(n.stream, '/', 1) = ANY (\(names.kinds))
                )
                SELECT stream FROM reached ORDER BY stream
                """
            ) { row in try row.next(String.self) }
        }
    }
}
