/// An event that matches a query.
package struct SearchHit: Hashable, Sendable {
    /// The stream.
    package let stream: String
    /// The event's position in the log.
    package let position: Int64
    /// Its name.
    package let event: String
    /// The match, between « and », with its context.
    package let snippet: String
}

/// Collects the best matches among rows in any order, without holding all of them.
package struct SearchResults: Sendable {
    private let query: SearchQuery
    private let actors: NamedActors
    private let limit: Int
    private var best: [Candidate] = []

    private struct Candidate: Sendable {
        let score: Int
        let row: SearchRow
    }

    /// An empty collection.
    ///
    /// - Parameters:
    ///   - query: the query.
    ///   - actors: the actors that its terms match.
    ///   - limit: the maximum number of results, from 1.
    package init(_ query: SearchQuery, _ actors: NamedActors, limit: Int64) {
        self.query = query
        self.actors = actors
        self.limit = Int(clamping: limit)
    }

    /// Examines a row.
    package mutating func take(_ row: SearchRow) {
        guard let match = SearchMatch(query, in: row, actors) else { return }
        best.append(Candidate(score: match.score, row: row))
        if best.count > 1_000, best.count / 2 > limit { best = ranked }
    }

    /// The results, best first; equal ones in order of recording.
    package var hits: [SearchHit] {
        ranked.compactMap { candidate in
            let row = candidate.row
            guard let match = SearchMatch(query, in: row, actors) else { return nil }
            return SearchHit(
                stream: row.stream, position: row.position, event: row.event,
                snippet: Snippet(match).text)
        }
    }

    private var ranked: [Candidate] {
        let sorted = best.sorted {
            ($1.score, $0.row.position) < ($0.score, $1.row.position)
        }
        return Array(sorted.prefix(limit))
    }
}

/// A row of the read model `search`: the words of one event.
package struct SearchRow: Hashable, Sendable {
    /// The stream of the event.
    package private(set) var stream = ""
    /// Its position in the log.
    package private(set) var position: Int64 = 0
    /// Its name.
    package private(set) var event = ""
    /// Its text, one line per part.
    private(set) var text = ""
    /// The slugs of the actors that it names.
    private(set) var actors: [Substring] = []
    /// The names of an actor, one per line; nil in events that register none.
    private(set) var names: String?
    /// The actor that this one was merged into.
    private(set) var mergedInto: String?

    /// Reads a row.
    package init(_ row: ProjectedRow) {
        for (column, cell) in zip(Projection.search.columns, row.cells) {
            switch (column.name, cell) {
            case ("stream", .text(let value?)): stream = value
            case ("position", .integer(let value?)): position = value
            case ("event", .text(let value?)): event = value
            case ("text", .text(let value?)): text = value
            case ("actors", .text(let value?)): actors = value.split(separator: " ")
            case ("names", .text(let value)): names = value
            case ("merged_into", .text(let value)): mergedInto = value
            default: break
            }
        }
    }

    /// The slug of the actor whose stream the row is from; nil for other streams.
    var actor: Substring? {
        stream.hasPrefix("actor/") ? stream.dropFirst("actor/".count) : nil
    }
}
