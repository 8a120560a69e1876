import CanonicalJSON
import CaseModel
import Casework
import Projections
import Wording

extension CaseList: Presentation {
    var pieces: [JSONValue] { rows.map(\.json) }

    var lines: [String] {
        guard !rows.isEmpty else { return ["There is no case yet: cases open, or cases import."] }
        var table = TextTable("CASE", "STATUS", "EVENTS", "LAST", flexible: 0)
        for row in rows {
            table.add(paragraphs: [
                [row.title ?? erasedTitle, row.slug.text], [row.statusWord],
                [String(row.happenings)],
                [row.lastDate.cell],
            ])
        }
        return table.lines + ["", "as recorded at position \(knownAt)"]
    }
}

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
}
