package import EventLog
import Postgres
import Projections

/// Which names lead from one stream to the next.
package struct Names: Sendable {
    /// The kinds of streams that are gone through: `case`, `actor`, `source`.
    package let kinds: [String]
    /// Whether a stream leads to those that name it, too.
    package let isBothWays: Bool

    /// Names that lead through streams of some kinds.
    package init(through kinds: [String], isBothWays: Bool) {
        self.kinds = kinds
        self.isBothWays = isBothWays
    }
}

extension ReadModels {
    /// The streams that names lead to from some streams on, those among them; in the order of their
    /// names, as far as the mentions that are kept tell.
    ///
    /// It is a guess, made by one query however long the way is: what was recorded since is not in it,
    /// what was corrected meanwhile is, and where no mentions are kept nothing is found.
    package func connected(
        to streams: [String], by names: Names
    ) async throws(EventLogError) -> [String] {
        try await transaction { connection in
            try connection.execute("SET TRANSACTION READ ONLY")
            // Each step is a few looks into indexes, however little the statistics say of the tables.
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
