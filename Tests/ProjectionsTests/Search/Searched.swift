import CanonicalJSON
import CaseModel
import Projections
import Testing

extension History {
    /// Adds an actor with a name and aliases.
    func actor(_ slug: String, _ name: String, also: [String] = []) throws -> History {
        let data: JSONObject = [
            "name": .string(name), "type": "company", "also": .array(also.map(JSONValue.string)),
        ]
        return try adding(
            "actor.registered", "registered", ["data": .object(data)], in: "actor/\(slug)")
    }

    /// Adds a happening of the case with a summary.
    func told(_ key: String, _ summary: String, by actor: String = "zz") throws -> History {
        let members: JSONObject = [
            "occurred": "2031", "summary": .string(summary), "no_source": "made up",
            "actors": [["role": "actor", "actor": .string(actor)]], "data": ["what": "y"],
        ]
        return try adding("action.taken", key, members, in: "case/acme")
    }

    /// The answers to a query, the best first.
    func hits(_ query: String, limit: Int64 = 50) throws -> [SearchHit] {
        let query = try SearchQuery(query)
        let streams = Set(events.map(\.stream)).sorted()
        let rows = try streams.flatMap { stream in
            let own = events.filter { $0.stream == stream }
            return try Projection.search.rows(of: try StreamHistory(of: stream, own))
        }.map(SearchRow.init)
        var actors = NamedActors(query)
        rows.forEach { actors.take($0, query) }
        actors.close()
        var results = SearchResults(query, actors, limit: limit)
        rows.forEach { results.take($0) }
        return results.hits
    }

    /// The events that answer a query, in order of the log.
    func found(_ query: String) throws -> [String] {
        try hits(query).sorted { $0.position < $1.position }.map(\.event)
    }
}

/// The snippet in which a query is found in a text; nil where it is not found.
func snippet(_ query: String, in text: String) throws -> String? {
    try History().told("a", text).hits(query).first?.snippet
}
