import CanonicalJSON
import Casework
import Projections

extension SearchAnswer: Presentation {
    var pieces: [JSONValue] { hits.map(\.json) }

    var lines: [String] {
        guard !hits.isEmpty else { return ["Nothing is found."] }
        var block = Block()
        for hit in hits {
            block.add(hit.event)
            block.add(hit.snippet.replacing("\n", with: " · "), margin: 2)
        }
        return block.lines + ["", "as recorded at position \(knownAt)"]
    }

    var sheet: Sheet {
        Sheet(
            columns: ["event", "position", "snippet"],
            rows: hits.map { [$0.event, String($0.position), $0.snippet] })
    }
}
