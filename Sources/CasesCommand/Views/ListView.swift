import CanonicalJSON
import CaseModel
import Casework
import Projections

extension CaseList: Presentation {
    var pieces: [JSONValue] { rows.map(\.json) }

    var lines: [String] {
        guard !rows.isEmpty else { return ["There is no case yet: cases open, or cases import."] }
        var table = TextTable("CASE", "STATUS", "EVENTS", "LAST", flexible: 0)
        for row in rows {
            table.add(paragraphs: [
                [row.title ?? "", row.slug.text], [row.status], [String(row.happenings)],
                [row.lastDate.cell],
            ])
        }
        return table.lines + ["", "as recorded at position \(knownAt)"]
    }

    var sheet: Sheet {
        Sheet(
            columns: ["case", "title", "status", "events", "last_event", "last_date"],
            rows: rows.map {
                [
                    $0.slug.text, $0.title ?? "", $0.status, String($0.happenings),
                    $0.lastEvent?.description ?? "", $0.lastDate?.text ?? "",
                ]
            })
    }
}

extension CaseList.Row {
    fileprivate var status: String { isOpen ? "open" : "closed" }
}
