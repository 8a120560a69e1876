import CaseModel
import Casework
import EventLog
import Projections
import Wording

/// What every page has around its content: its title, links to the lists, clocks, what was left out,
/// and how to cite it.
struct Frame {
    let place: Place
    let content: PageContent
    let question: ClockQuestion
    let isServed: Bool
    let reader: CaseReader
    /// The last event that the page would be made from without the clock of recording; nil if that
    /// clock is not asked for.
    let laterPosition: Int64?

    /// The position of the last event that the page was made from.
    var position: Int64 { reader.readEvents?.last ?? 0 }

    /// The names that the template `page` asks for.
    var members: [String: Any?] {
        let path = place.path
        return [
            "title": content.title, "style": place.link(to: .style),
            "json": path.jsonFile.map { path.link(to: $0) + place.query },
            "pages": Frame.lists.map { list, name in
                View([
                    "name": name, "address": place.link(to: list), "isHere": list == path,
                ])
            },
            "reading": reading, "permalink": isServed ? permalink : nil,
            "citation": "\(content.title). Record \(reader.log.workspace.name), event \(position)",
            "clocks": isServed ? clocks : nil, "banner": banner,
            "omissions": (reader.omissions?.all ?? []).map {
                "Left out, because it cannot be read: \($0.event), event \($0.position)."
            }.views,
        ]
    }

    private static let lists: [(SitePath, String)] = [
        (.cases, "Cases"), (.measures, "Measures"), (.actors, "Actors"), (.sources, "Sources"),
    ]

    private var reading: String {
        (["as recorded at position \(position)"] + content.remarks).joined(separator: "; ")
    }

    /// The page as it stands now, whatever is recorded later.
    private var permalink: String {
        let pinned = ClockQuestion(
            asOf: question.asOf, publishedBy: question.publishedBy, knownAt: String(position))
        return place.path.here + pinned.query
    }

    /// A warning that the page does not show all that is recorded; nil if it does.
    private var banner: View? {
        guard question != ClockQuestion() else { return nil }
        let isOutdated = laterPosition.map { $0 > position } ?? false
        return View([
            "words": isOutdated
                ? "Later events change what this page shows."
                : "This page shows the record by the clocks below, not all of it.",
            "address": place.path.here,
        ])
    }

    private var clocks: View {
        let correction = reader.readEvents.map(\.lastCorrection) ?? 0
        let links: [(String, ClockQuestion)?] = [
            ("what was true until today", ClockQuestion(asOf: Day.todayWord)),
            correction > 1
                ? (
                    "what was recorded before the last correction",
                    ClockQuestion(knownAt: String(correction - 1))
                ) : nil,
            ("everything that is recorded", ClockQuestion()),
        ]
        return View([
            "asOf": question.asOf, "publishedBy": question.publishedBy,
            "knownAt": question.knownAt,
            "links": links.compactMap(\.self).map { text, question in
                View([
                    "text": text, "address": place.path.here + question.query,
                    "isHere": question == self.question,
                ])
            },
        ])
    }
}
