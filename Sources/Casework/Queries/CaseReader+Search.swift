package import CanonicalJSON
package import CaseModel
import EventLog
package import Projections
import ReadModels

extension CaseReader {
    /// Full-text search for events: in their summaries, the values of their fields, the texts of
    /// sources, and the names of their actors.
    ///
    /// - Parameters:
    ///   - text: Words in any order, "a phrase", or, -without.
    ///   - limit: The maximum number of hits.
    /// - Returns: The events, best match first.
    /// - Throws: An error for a text without any word or with too many, and any error of the
    ///   server.
    package func search(
        for text: String, limit: Int64
    ) async throws -> SearchAnswer {
        let query = try SearchQuery(reading: text)
        let (record, position) = try await snapshot()
        readEvents?.note(through: position)
        guard clocks == .none else {
            let hits = try await record.foldedHits(for: query, limit)
            return SearchAnswer(query: text, hits: hits, knownAt: position, clocks: clocks)
        }
        var later: LaterSearchRows?
        while true {
            let rows = later
            let kept = try await readModels.search(for: query, limit: limit, later: rows)
            switch kept {
            case .found(let hits, let head):
                try leaveOut(try await unreadable())
                return SearchAnswer(query: text, hits: hits, knownAt: head, clocks: clocks)
            case .behind(let checkpoint, let head):
                later = try await laterRows(checkpoint, head)
            case .absent:
                let hits = try await record.foldedHits(for: query, limit)
                return SearchAnswer(query: text, hits: hits, knownAt: position, clocks: clocks)
            }
        }
    }

    /// The rows of the streams with events after a checkpoint.
    private func laterRows(
        _ checkpoint: Int64, _ head: Int64
    ) async throws -> LaterSearchRows {
        let fold = try await fresh(.search, since: checkpoint, through: head)
        return LaterSearchRows(
            checkpoint: checkpoint, head: head, streams: fold.streams,
            rows: fold.rows.flatMap(\.self))
    }

    /// Searches the log as of the clocks, folded in batches of streams: the actors first, because
    /// events are also found by the names of their actors.
    private func foldedHits(
        for query: SearchQuery, _ limit: Int64
    ) async throws -> [SearchHit] {
        var (registered, actors) = ([SearchRow](), NamedActors(query))
        try await forEachSearchRow(in: [.actor]) { row in
            actors.take(row, query)
            registered.append(row)
        }
        actors.close()
        var results = SearchResults(query, actors, limit: limit)
        registered.forEach { results.take($0) }
        let others = StreamName.Kind.allCases.filter { $0 != .actor }
        try await forEachSearchRow(in: others) { results.take($0) }
        return results.hits
    }

    private func forEachSearchRow(
        in kinds: [StreamName.Kind], _ take: (SearchRow) -> Void
    ) async throws {
        for kind in kinds {
            let tips = try await log.streams(kind)
            var streams = tips.map(\.stream)[...]
            while !streams.isEmpty {
                let rows = try await searchRows(of: Array(streams.prefix(CaseReader.streamsAtOnce)))
                rows.forEach { take(SearchRow($0)) }
                streams = streams.dropFirst(CaseReader.streamsAtOnce)
            }
        }
    }

    private func searchRows(
        of streams: [StreamName]
    ) async throws -> [ProjectedRow] {
        let standing = Dictionary(grouping: try await unmerged(streams), by: \.event.stream)
        var rows: [ProjectedRow] = []
        for (stream, events) in standing {
            let history = StreamHistory(of: stream, events.map(\.event), standing: events)
            do {
                rows += try Projection.search.rows(of: history)
            } catch {
                let failure = Checkpoint.Failure(position: error.position, reason: error.reason)
                try CaseReader.require([Projection.search.name: failure])
            }
        }
        return rows
    }
}

extension SearchQuery {
    /// Parses the user's input.
    fileprivate init(reading text: String) throws(CaseworkError) {
        do {
            try self.init(text)
        } catch .empty {
            throw CaseworkError(
                .usage, "there is no word in it to look for", hint: "cases search wafer")
        } catch {
            throw CaseworkError(
                .usage,
                "the query is too long: at most \(SearchQuery.maximumTerms) words and phrases, and"
                    + " \(SearchQuery.maximumLength) characters",
                hint: "leave out the words that many events have")
        }
    }
}

/// `cases.search/1`: the events that match a search.
package struct SearchAnswer: Answer {
    /// The search text.
    package let query: String
    /// The events, best match first.
    package let hits: [SearchHit]
    /// The position up to which the log was read.
    package let knownAt: Int64
    /// The clocks of the query.
    package let clocks: Clocks

    /// The answer as JSON.
    package var json: JSONValue {
        let answer: JSONObject = [
            "schema": "cases.search/1", "query": .string(query), "known_at": .integer(knownAt),
            "hits": .array(hits.map(\.json)),
        ]
        return .object(answer.answered(by: clocks))
    }
}

extension SearchHit {
    /// One event as JSON.
    package var json: JSONValue {
        [
            "event": .string(event), "stream": .string(stream), "position": .integer(position),
            "snippet": .string(snippet),
        ]
    }
}
