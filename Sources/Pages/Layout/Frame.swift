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
    let reader: CaseReader
    /// Whether events that are recorded later than the clock of recording change what the page shows.
    let isOutdated: Bool

    /// The position of the last event that the page was made from.
    var position: Int64 { reader.readEvents?.last ?? 0 }

    private var question: ClockQuestion { place.question }

    /// The names that the template `page` asks for.
    var members: [String: Any?] {
        let path = place.path
        return [
            "title": content.title, "style": place.link(to: .style),
            "json": place.link(to: .json), "search": place.isServed ? search : nil,
            "feed": place.link(to: place.feed.file(in: .atom)), "forms": forms,
            "pages": Frame.lists.map { list, name in
                View([
                    "name": name, "address": place.link(to: list), "isHere": list.text == path.text,
                ])
            },
            "reading": position > 0 ? reading : nil,
            "permalink": place.isServed && place.path != .due ? permalink : nil,
            "citation": position > 0 ? citation : nil,
            "inside": place.isServed
                ? [place.view(.log(""), "The log"), place.view(.readModels, "Read models")] : [],
            "clocks": place.isServed ? clocks : nil, "banner": banner,
            "omissions": (reader.omissions?.all ?? []).map {
                "Left out, because it cannot be read: \($0.event), event \($0.position)."
            }.views,
        ]
    }

    private static let lists: [(SitePath, String)] = [
        (.cases, "Cases"), (.measures, "Measures"), (.due, "Due"), (.actors, "Actors"),
        (.sources, "Sources"), (.conflicts(nil), "Conflicts"),
    ]

    /// The page in its other forms.
    private var forms: [View] {
        place.path.formats.filter { $0 != .html }.map { format in
            View([
                "text": format.name,
                "address": place.link(to: format),
            ])
        }
    }

    /// The form that looks for words.
    private var search: View {
        var words = ""
        if case .search(let text) = place.path { words = text }
        return View(["address": place.path.link(to: SitePath.search("").text), "words": words])
    }

    private var reading: String {
        (["as recorded at position \(position)"] + content.remarks).joined(separator: "; ")
    }

    /// How to cite the page: its title, the clocks, and the last event that it was made from.
    private var citation: String {
        let title = content.title.hasSuffix(".") ? String(content.title.dropLast()) : content.title
        let named = ([title] + reader.clocks.phrases).joined(separator: ", ")
        return "\(named). Record \(reader.log.workspace.name), event \(position)"
    }

    /// The address of the page as it stands now, which shows the same after later events.
    private var permalink: String {
        place.here(
            ClockQuestion(
                asOf: reader.clocks.asOf?.text, publishedBy: reader.clocks.publishedBy?.text,
                knownAt: String(position)))
    }

    /// A warning that the page does not show all that is recorded; nil if it does.
    private var banner: View? {
        let isNarrowed = question.asOf != nil || question.publishedBy != nil
        guard isOutdated || isNarrowed else { return nil }
        return View([
            "words": isOutdated
                ? "Later events change what this page shows."
                : "This page shows the record by the clocks below, not all of it.",
            "address": place.here(ClockQuestion()),
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
            "parameters": place.path.parameters.map {
                View(["name": $0.key, "value": $0.value])
            },
            "asOf": question.asOf, "publishedBy": question.publishedBy,
            "knownAt": question.knownAt,
            "links": links.compactMap(\.self).map { text, question in
                View([
                    "text": text, "address": place.here(question),
                    "isHere": question == self.question,
                ])
            },
        ])
    }
}
