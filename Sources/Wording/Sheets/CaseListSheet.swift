import CaseModel
package import Casework
import Projections

extension CaseList {
    /// The answer as a table.
    package var sheet: Sheet {
        Sheet(
            columns: ["case", "title", "status", "events", "last_event", "last_date"],
            rows: rows.map {
                [
                    $0.slug.text, $0.title ?? "", $0.statusWord, String($0.happenings),
                    $0.lastEvent?.description ?? "", $0.lastDate?.text ?? "",
                ]
            })
    }
}

extension SearchAnswer {
    /// The answer as a table.
    package var sheet: Sheet {
        Sheet(
            columns: ["event", "position", "snippet"],
            rows: hits.map { [$0.event, String($0.position), $0.snippet] })
    }
}
