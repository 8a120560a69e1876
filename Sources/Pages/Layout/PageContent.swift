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
    /// What the page says of the clocks, of merged actors and of withdrawn sources.
    let remarks: [String]
    /// The same answer in forms other than HTML and JSON.
    var documents: [PageFormat: (Templates) -> String] = [:]
}

extension PageContent {
    /// The same content, also as a table.
    func adding(_ sheet: @autoclosure @escaping () -> Sheet) -> PageContent {
        var content = self
        content.documents[.csv] = { _ in sheet().csv.map { $0 + "\r\n" }.joined() }
        return content
    }

    /// A list of things under a name, or the page of one of them.
    ///
    /// - Parameters:
    ///   - views: the things.
    ///   - name: the name of the list in its template.
    ///   - list: the template and the title of the list.
    ///   - single: the template and the title of a single thing; nil for the list.
    ///   - json: the answer.
    ///   - remarks: what the page says of the clocks.
    init(
        _ views: [View], named name: String, _ list: (Templates.Name, String),
        single: (Templates.Name, String)?, json: JSONValue, remarks: [String]
    ) {
        let (template, title) = single ?? list
        let whole = View([name: views, "isEmpty": views.isEmpty])
        self.init(
            template: template, title: title, view: single == nil ? whole : views.first ?? whole,
            json: json, remarks: remarks)
    }
}

extension [String] {
    /// The texts as views, for a template that lists them.
    var views: [View] { map { View(["text": $0]) } }
}
