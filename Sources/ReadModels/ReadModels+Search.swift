package import EventLog
import Postgres
package import Projections

/// An event in which words were found.
package struct SearchHit: Hashable, Sendable {
    /// The stream.
    package let stream: String
    /// The event's place in the log.
    package let position: Int64
    /// Its name.
    package let event: String
    /// The words where they were found, between « and ».
    package let snippet: String
}

extension ReadModels {
    /// Where words are found, the best first: those kept in a generation, and those of further rows.
    ///
    /// PostgreSQL's full text search (`websearch_to_tsquery`): words in any order, "a phrase", or,
    /// -without. Words are not reduced to stems.
    ///
    /// - Parameters:
    ///   - text: what is looked for.
    ///   - generation: the generation that is searched; nil searches none.
    ///   - streams: whose kept rows are not searched.
    ///   - rows: rows of the projection that are searched as well.
    ///   - limit: most hits.
    /// - Returns: the events, the best first, of equals the earlier one.
    /// - Throws: whatever the server refuses.
    package func search(
        for text: String, generation: Int64?, without streams: [String],
        beside rows: [ProjectedRow], limit: Int64
    ) async throws(EventLogError) -> [SearchHit] {
        let further = rows.map(SearchRow.init)
        return try await run { connection throws(PostgresError) in
            try connection.query(
                """
                WITH asked AS (
                    SELECT pg_catalog.websearch_to_tsquery('pg_catalog.simple', \(text)) AS query
                ), further AS (
                    SELECT r.*, to_tsvector('pg_catalog.simple', r.text) AS words
                    FROM unnest(
                        \(further.map(\.stream)), \(further.map(\.position)),
                        \(further.map(\.event)), \(further.map(\.text))
                    ) AS r (stream, position, event, text)
                ), found AS (
                    SELECT s.stream, s.position, s.event, s.text, s.words
                    FROM \(workspace).search_text s
                    WHERE s.generation = \(generation ?? -1)
                        AND s.words @@ (SELECT query FROM asked)
                        AND s.stream <> ALL (\(streams))
                    UNION ALL
                    SELECT r.stream, r.position, r.event, r.text, r.words FROM further r
                    WHERE r.words @@ (SELECT query FROM asked)
                ), best AS (
                    SELECT f.stream, f.position, f.event, f.text,
                        ts_rank_cd(f.words, asked.query) AS rank
                    FROM found f, asked ORDER BY rank DESC, f.position LIMIT \(limit)
                )
                SELECT b.stream, b.position, b.event, ts_headline(
                    'pg_catalog.simple', b.text, asked.query,
                    'StartSel=«, StopSel=», MinWords=8, MaxWords=24, MaxFragments=2')
                FROM best b, asked ORDER BY b.rank DESC, b.position
                """
            ) { row throws(PostgresError) in
                SearchHit(
                    stream: try row.next(), position: try row.next(), event: try row.next(),
                    snippet: try row.next())
            }
        }
    }

    /// Whether a text holds any word that can be looked for.
    package func isSearchable(_ text: String) async throws(EventLogError) -> Bool {
        try await run { connection throws(PostgresError) in
            try connection.query(
                """
                SELECT numnode(pg_catalog.websearch_to_tsquery('pg_catalog.simple', \(text))) > 0
                """
            ) { row throws(PostgresError) in try row.next(Bool.self) }
        }.first ?? false
    }
}

/// A row of the projection, column by column.
private struct SearchRow: Sendable {
    var (stream, event, text) = ("", "", "")
    var position: Int64 = 0

    init(_ row: ProjectedRow) {
        for (column, cell) in zip(Projection.search.columns, row.cells) {
            switch (column.name, cell) {
            case ("stream", .text(let value?)): stream = value
            case ("event", .text(let value?)): event = value
            case ("text", .text(let value?)): text = value
            case ("position", .integer(let value)): position = value
            default: break
            }
        }
    }
}
