package import EventLog
import Postgres
package import Projections

/// Rows of the read model `search` that are not stored yet: those of streams with events after the
/// checkpoint, folded up to the head.
package struct LaterSearchRows: Sendable {
    /// The last position of the log that the stored rows reflect.
    package let checkpoint: Int64
    /// The last position that these rows reflect.
    package let head: Int64
    /// The streams with events in between.
    package let streams: [String]
    /// All their rows.
    package let rows: [ProjectedRow]

    /// Creates rows that are not stored yet.
    package init(checkpoint: Int64, head: Int64, streams: [String], rows: [ProjectedRow]) {
        self.checkpoint = checkpoint
        self.head = head
        self.streams = streams
        self.rows = rows
    }
}

/// The result of a search in the stored rows.
package enum KeptSearch: Sendable {
    /// The hits, and the position of the log that they reflect.
    case found([SearchHit], head: Int64)
    /// The stored rows reflect the log only up to a checkpoint: the events after it must be folded.
    case behind(checkpoint: Int64, head: Int64)
    /// There are no stored rows that this version of the program could have made from this log.
    case absent
}

extension ReadModels {
    /// Searches the stored rows, in one snapshot.
    ///
    /// - Parameters:
    ///   - query: The search query.
    ///   - limit: The maximum number of hits.
    ///   - later: Rows that replace the stored rows of their streams.
    /// - Returns: The hits, or what is missing for them.
    /// - Throws: Any error of the server.
    package func search(
        for query: SearchQuery, limit: Int64, later: LaterSearchRows?
    ) async throws(EventLogError) -> KeptSearch {
        try await transaction { connection in
            try connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            let state = try state(on: connection)
            guard let live = state.live[Projection.search.name],
                live.version == Projection.search.version,
                try isOfThisLog(live, on: connection)
            else { return .absent }
            if live.position == state.head {
                let hits = try hits(query, live, limit, nil, on: connection)
                return .found(hits, head: state.head)
            }
            guard let later, later.checkpoint...later.head ~= live.position else {
                return .behind(checkpoint: live.position, head: state.head)
            }
            return .found(try hits(query, live, limit, later, on: connection), head: later.head)
        }
    }

    private func hits(
        _ query: SearchQuery, _ live: Checkpoint, _ limit: Int64, _ later: LaterSearchRows?,
        on connection: isolated Connection
    ) throws -> [SearchHit] {
        let later = (streams: later?.streams ?? [], rows: (later?.rows ?? []).map(SearchRow.init))
        let start = later.rows.reduce(into: NamedActors(query)) { $0.take($1, query) }
        let columns = Projection.search.columns
        var actors = try connection.fold(
            copying: """
                SELECT \(identifiers: columns.map(\.name)) FROM \(workspace).search_text
                WHERE generation = \(live.generation) AND stream >= 'actor/' AND stream < 'actor0'
                    AND stream <> ALL (\(later.streams))
                    AND (merged_into IS NOT NULL OR names IS NOT NULL
                        AND (terms IS NULL OR words @@ \(query.anyTerm)::text::tsquery))
                """, into: start
        ) { actors, row in
            actors.take(SearchRow(try ProjectedRow(&row, columns)), query)
        }
        actors.close()
        let tokens = query.tokens(naming: actors)
        let beside = later.rows.reduce(into: SearchResults(query, actors, limit: limit)) {
            $0.take($1)
        }
        return try connection.fold(
            copying: """
                SELECT \(identifiers: columns.map(\.name)) FROM \(workspace).search_text
                WHERE generation = \(live.generation) AND stream <> ALL (\(later.streams))
                    AND (\(tokens == nil) OR terms IS NULL
                        OR words @@ \(tokens ?? "")::text::tsquery)
                """, into: beside
        ) { results, row in
            results.take(SearchRow(try ProjectedRow(&row, columns)))
        }.hits
    }
}
