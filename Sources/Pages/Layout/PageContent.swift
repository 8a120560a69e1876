import CanonicalJSON
import CaseModel
import Projections
import Wording

/// What is on a page, before its frame.
struct PageContent {
    let template: Templates.Name
    let title: String
    let view: View
    let json: JSONValue
    /// What the page says of the reading: position and clocks.
    let reading: String
}

extension PageContent {
    /// The parts that every page has: its title, links to the lists and to itself in JSON, and how
    /// to cite it.
    func frame(at path: SitePath) -> [String: Any?] {
        let lists: [(SitePath, String)] = [
            (.cases, "Cases"), (.measures, "Measures"), (.actors, "Actors"), (.sources, "Sources"),
        ]
        return [
            "title": title, "style": path.link(to: .style),
            "json": path.jsonFile.map { path.link(to: $0) }, "reading": reading,
            "pages": lists.map { list, name in
                View([
                    "name": name, "address": path.link(to: list),
                    "isHere": list == path,
                ])
            },
        ]
    }

    /// A list of things under a name, or the page of one of them.
    ///
    /// - Parameters:
    ///   - views: the things.
    ///   - name: the name of the list in its template.
    ///   - list: the template and the title of the list.
    ///   - single: the template and the title of a single thing; nil for the list.
    ///   - json: the answer.
    ///   - reading: what the page says of the reading.
    init(
        _ views: [View], named name: String, _ list: (Templates.Name, String),
        single: (Templates.Name, String)?, json: JSONValue, reading: String
    ) {
        let (template, title) = single ?? list
        let whole = View([name: views, "isEmpty": views.isEmpty])
        self.init(
            template: template, title: title, view: single == nil ? whole : views.first ?? whole,
            json: json, reading: reading)
    }

    /// The position that an answer was read at, with remarks on clocks, merged actors and withdrawn
    /// sources.
    static func reading(_ knownAt: Int64, _ clocks: Clocks, _ registers: Registers) -> String {
        (["as recorded at position \(knownAt)"] + clocks.remarks(registers)).joined(separator: "; ")
    }
}

extension SitePath {
    /// A link in a view: its address and its text.
    func view(_ other: SitePath, _ text: String) -> View {
        View(["address": link(to: other), "text": text])
    }

    /// A link to an event.
    func view(_ event: EventReference) -> View { view(.event(event), event.description) }

    /// A link to an actor under its name.
    func view(_ actor: ActorSlug, _ registers: Registers) -> View {
        view(.stream(StreamName(.actor, actor.slug)), registers.name(of: actor))
    }

    /// A link to a source.
    func view(_ source: SourceSlug, _ registers: Registers) -> View {
        view(.stream(StreamName(.source, source.slug)), registers.words(source))
    }
}

extension [String] {
    /// The texts as views, for a template that lists them.
    var views: [View] { map { View(["text": $0]) } }
}
