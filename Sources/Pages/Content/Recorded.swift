import CaseModel
import Projections
import Wording

extension PageContent {
    /// The same content with the events of its stream as they were recorded: corrections with the
    /// values that they replaced, and what belongs to no timeline.
    func adding(_ events: [Event], at place: Place) -> PageContent {
        let names = PageContent.corrections(CorrectedValue.all(in: events), at: place)
        // Written by code, as these are as many as the events of a case (decision 038).
        var own: Markup = ""
        for event in events[place.part.range(of: events.count)] {
            let link = place.link(to: .event(event.reference))
            own += "<li value=\"\(event.position)\"><a href=\"\(link)\">"
            own += "<bdi>\(event.newsline)</bdi></a> "
            own += "<span class=\"faint\">\(event.recordedAt.text)</span></li>\n"
        }
        return PageContent(
            template: template, title: title,
            view: view.adding(names).adding([
                "own": own.text, "caseParts": PageContent.parts(of: events.count, at: place),
            ]),
            json: json, remarks: remarks, documents: documents)
    }

    /// Links to the parts of a case; nil if one page has all of it.
    private static func parts(of events: Int, at place: Place) -> View? {
        guard place.part != .all, events > CasePart.size, let slug = place.path.caseSlug else {
            return nil
        }
        let numbers = 1...CasePart.count(of: events)
        return View([
            "size": CasePart.size,
            "links": numbers.map { number in
                let range = CasePart.number(number).range(of: events)
                return place.view(
                    .part(slug, number), "\(range.lowerBound + 1) to \(range.upperBound)"
                )
                .adding(["isHere": place.part == .number(number)])
            },
        ])
    }

    /// Corrections, each with the value that it replaced.
    static func corrections(_ changes: [CorrectedValue], at place: Place) -> [String: Any?] {
        let views = changes.map { change in
            place.view(change.correction.reference).adding([
                "subject": "\(change.event), \(change.path)",
                "old": change.old.cell, "new": Optional(change.new).cell,
                "reason": change.correction.given,
            ])
        }
        return ["corrections": views, "hasCorrections": !views.isEmpty]
    }
}
