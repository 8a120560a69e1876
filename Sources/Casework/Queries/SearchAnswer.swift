package import CanonicalJSON
package import CaseModel
package import Projections

/// `cases.search/1`: the events in which words were found.
package struct SearchAnswer: Answer {
    /// What was looked for.
    package let query: String
    /// The events, the best first.
    package let hits: [SearchHit]
    /// The position up to which the log was read.
    package let knownAt: Int64
    /// The clocks that were asked.
    package let clocks: Clocks

    /// The answer as programs read it.
    package var json: JSONValue {
        let answer: JSONObject = [
            "schema": "cases.search/1", "query": .string(query), "known_at": .integer(knownAt),
            "hits": .array(hits.map(\.json)),
        ]
        return .object(answer.answered(by: clocks))
    }
}

extension SearchHit {
    /// One event as programs read it.
    package var json: JSONValue {
        [
            "event": .string(event), "stream": .string(stream), "position": .integer(position),
            "snippet": .string(snippet),
        ]
    }
}
