import CaseModel
import Casework
import Projections
import Wording

extension PageContent {
    /// The list of cases, or those of them that have some facets.
    init(_ all: CaseList, _ facets: CaseFacets? = nil, at place: Place) {
        let list = facets.map { all.narrowed(to: $0) } ?? all
        self.init(
            template: .cases, title: "Cases",
            view: View([
                "isEmpty": list.rows.isEmpty,
                "nothing": all.rows.isEmpty
                    ? "No case is recorded yet." : "No case has all of these.",
                "facets": place.isServed ? PageContent.facets(of: all, facets, at: place) : [],
                "cases": list.rows.map { row in
                    View([
                        "case": place.view(
                            .stream(StreamName(.case, row.slug)), row.title ?? erasedTitle),
                        "status": row.statusWord, "events": row.happenings,
                        "last": row.lastEvent.map {
                            place.view($0).adding(["date": row.lastDate.phrase])
                        },
                        "doubt": row.isCertain ? nil : uncertainMark,
                    ])
                },
            ]), json: list.json,
            remarks: list.clocks.remarks(Registers()))
        self = adding(list.sheet)
    }

    /// Each facet with its values, and how many cases each of them leaves beside the other facet.
    private static func facets(
        of list: CaseList, _ chosen: CaseFacets?, at place: Place
    ) -> [View] {
        let (status, year) = (chosen?.status, chosen?.year)
        let byStatus = list.narrowed(to: CaseFacets(year: year)).countsByStatus
        let byYear = list.narrowed(to: CaseFacets(status: status)).countsByYear
        return [
            facet(
                "Status", any: CaseFacets(year: year), isAny: status == nil,
                byStatus.map { word, count in
                    (word, count, CaseFacets(status: word, year: year), word == status)
                }, at: place),
            facet(
                "Last event", any: CaseFacets(status: status), isAny: year == nil,
                byYear.map { number, count in
                    let facets = CaseFacets(status: status, year: number)
                    return (String(number), count, facets, number == year)
                }, at: place),
        ]
    }

    private static func facet(
        _ heading: String, any: CaseFacets, isAny: Bool,
        _ values: [(text: String, count: Int, facets: CaseFacets, isChosen: Bool)],
        at place: Place
    ) -> View {
        let all = View([
            "address": place.link(to: .narrowed(any)), "text": "any", "isChosen": isAny,
        ])
        return View([
            "heading": heading,
            "values": [all]
                + values.map { value in
                    View([
                        "address": place.link(to: .narrowed(value.facets)),
                        "text": "\(value.text) (\(value.count))", "isChosen": value.isChosen,
                    ])
                },
        ])
    }
}
