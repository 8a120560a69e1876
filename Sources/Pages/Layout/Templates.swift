import Digest
import Foundation
import Mustache

/// The templates that the program carries.
struct Templates: Sendable {
    private let library: MustacheLibrary

    /// Parses all templates.
    ///
    /// - Throws: An error for a template that is not well formed.
    init() throws {
        MustacheContentTypes.register(MarkupText(), named: MarkupText.name)
        var library = MustacheLibrary()
        for (name, bytes) in Templates.files {
            let text =
                "{{% CONTENT_TYPE:\(MarkupText.name)}}" + String(decoding: bytes, as: UTF8.self)
            try library.register(text, named: name)
        }
        self.library = library
    }

    /// The page that a template makes of a view.
    func render(_ template: Name, _ view: View) -> String {
        library.render(view, withTemplate: template.rawValue) ?? ""
    }

    /// The templates that make a page of their own.
    enum Name: String {
        case cases, `case`, chain, event, measures, measure, actors, actor, sources, source, failure
        case due, feed, drawing, search, why, changes, report, log, conflicts, flow, part
        case readModels = "readmodels"
    }

    /// Tells one build of the program from another, by the size and the time of its file: while it is
    /// the same, the same answer makes the same page.
    static let build: String = {
        let path = Bundle.main.executablePath ?? ""
        let found = try? FileManager.default.attributesOfItem(atPath: path)
        let facts = [found?[.size], found?[.modificationDate]].map { "\(String(describing: $0))" }
        return SHA256.digest(Array(facts.joined().utf8)).hexadecimal
    }()

    private static let files: KeyValuePairs<String, [UInt8]> = [
        "page": PackageResources.page_mustache, "cases": PackageResources.cases_mustache,
        "case": PackageResources.case_mustache, "chain": PackageResources.chain_mustache,
        "event": PackageResources.event_mustache, "measures": PackageResources.measures_mustache,
        "measure": PackageResources.measure_mustache, "actors": PackageResources.actors_mustache,
        "actor": PackageResources.actor_mustache, "sources": PackageResources.sources_mustache,
        "source": PackageResources.source_mustache, "failure": PackageResources.failure_mustache,
        "due": PackageResources.due_mustache, "feed": PackageResources.feed_mustache,
        "drawing": PackageResources.drawing_mustache,
        "search": PackageResources.search_mustache, "why": PackageResources.why_mustache,
        "changes": PackageResources.changes_mustache,
        "recorded": PackageResources.recorded_mustache,
        "state": PackageResources.state_mustache, "timeline": PackageResources.timeline_mustache,
        "responses": PackageResources.responses_mustache,
        "report": PackageResources.report_mustache, "log": PackageResources.log_mustache,
        "readmodels": PackageResources.readmodels_mustache,
        "conflicts": PackageResources.conflicts_mustache, "flow": PackageResources.flow_mustache,
        "part": PackageResources.part_mustache, "parts": PackageResources.parts_mustache,
        "corrections": PackageResources.corrections_mustache,
    ]
}
