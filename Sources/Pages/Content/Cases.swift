import CaseModel
import Casework
import Projections
import Wording

extension PageContent {
    /// The list of cases.
    init(_ list: CaseList, at place: Place) {
        self.init(
            template: .cases, title: "Cases",
            view: View([
                "count": list.rows.count, "isEmpty": list.rows.isEmpty,
                "cases": list.rows.map { row in
                    View([
                        "case": place.view(
                            .stream(StreamName(.case, row.slug)), row.title ?? row.slug.text),
                        "status": row.isOpen ? "open" : "closed", "events": row.happenings,
                        "last": row.lastEvent.map {
                            place.view($0).adding(["date": row.lastDate.phrase])
                        },
                        "doubt": row.isCertain ? nil : uncertainMark,
                    ])
                },
            ]), json: list.json,
            remarks: list.clocks.remarks(Registers()))
    }
}
