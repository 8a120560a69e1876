import CaseModel
import EventLog
import Projections
import ReadModels

extension CaseRecord {
    /// The events in which words stand: their summaries, what their fields say, what sources print.
    ///
    /// - Parameters:
    ///   - text: words in any order, "a phrase", or, -without.
    ///   - limit: most hits.
    /// - Returns: the events, the best first.
    /// - Throws: a text without any word, and whatever the server refuses.
    package func search(
        for text: String, limit: Int64
    ) async throws(CaseworkError) -> SearchAnswer {
        let isSearchable = try await asking { () async throws(EventLogError) in
            try await readModels.isSearchable(text)
        }
        guard isSearchable else {
            throw CaseworkError(
                .usage, "there is no word in it to look for", hint: "cases search wafer")
        }
        let horizon = try await horizon()
        let hits =
            clocks == .none
            ? try await keptHits(for: text, limit) : try await foldedHits(for: text, limit)
        return SearchAnswer(query: text, hits: hits, knownAt: horizon, clocks: clocks)
    }

    /// Searches what is kept, and what was recorded since.
    ///
    /// A rebuild may put other rows in the place of those that were to be searched, and remove
    /// them: then once more.
    private func keptHits(
        for text: String, _ limit: Int64
    ) async throws(CaseworkError) -> [SearchHit] {
        while true {
            let snapshot = try await asking { () async throws(EventLogError) in
                try await readModels.snapshot(of: .search, .column("stream", anyOf: []))
            }
            guard let checkpoint = snapshot.checkpoint else {
                return try await foldedHits(for: text, limit)
            }
            var (touched, fresh) = ([String](), [ProjectedRow]())
            if checkpoint.position < snapshot.head {
                let fold = try await fold(checkpoint.position + 1...snapshot.head, [.search])
                try CaseRecord.require(fold.failures)
                (touched, fresh) = (fold.streams.map(\.text), fold.rows.flatMap(\.self))
            }
            let (without, rows) = (touched, fresh)
            let hits = try await asking { () async throws(EventLogError) in
                try await readModels.search(
                    for: text, generation: checkpoint.generation, without: without, beside: rows,
                    limit: limit)
            }
            let live = try await standing().live[Projection.search.name]
            if live?.generation == checkpoint.generation { return hits }
        }
    }

    /// Searches the log as the clocks show it, folded so many streams at a time.
    private func foldedHits(
        for text: String, _ limit: Int64
    ) async throws(CaseworkError) -> [SearchHit] {
        var rows: [ProjectedRow] = []
        for kind in StreamName.Kind.allCases {
            let tips = try await asking { () async throws(EventLogError) in
                try await log.streams(kind)
            }
            var streams = tips.map(\.stream)[...]
            while !streams.isEmpty {
                rows += try await searchRows(of: Array(streams.prefix(CaseRecord.streamsAtOnce)))
                streams = streams.dropFirst(CaseRecord.streamsAtOnce)
            }
        }
        let all = rows
        return try await asking { () async throws(EventLogError) in
            try await readModels.search(
                for: text, generation: nil, without: [], beside: all, limit: limit)
        }
    }

    private func searchRows(
        of streams: [StreamName]
    ) async throws(CaseworkError) -> [ProjectedRow] {
        let standing = Dictionary(grouping: try await standing(streams), by: \.event.stream)
        var rows: [ProjectedRow] = []
        for (stream, events) in standing {
            let history = StreamHistory(of: stream, events.map(\.event), standing: events)
            do throws(ReducerFailure) {
                rows += try Projection.search.rows(of: history)
            } catch {
                let failure = Checkpoint.Failure(position: error.position, reason: error.reason)
                try CaseRecord.require([Projection.search.name: failure])
            }
        }
        return rows
    }
}
