package import CanonicalJSON
import CaseModel
package import Casework
import Projections
import Wording

/// The record as a site of pages: each a view of the use case that a command shows.
package struct Site: Sendable {
    private let reader: CaseReader
    private let templates: Templates

    /// The site of a record.
    package init(_ reader: CaseReader) throws {
        self.reader = reader
        templates = try Templates()
    }

    /// The site of one snapshot of the record.
    package func snapshot() async throws -> Site {
        Site(reader: try await reader.seen(asOf: nil, publishedBy: nil, knownAt: nil), templates)
    }

    /// What cannot be read and is left out of the pages.
    package var omissions: Omissions? { reader.omissions }

    private init(reader: CaseReader, _ templates: Templates) {
        (self.reader, self.templates) = (reader, templates)
    }

    /// A page, and the same answer as a command gives it in JSON.
    package struct Page: Sendable {
        /// The text of the page: HTML, or CSS for the style sheet.
        package let text: String
        /// The answer; nil for the style sheet.
        package let json: JSONValue?
    }

    /// The page at a path.
    ///
    /// - Throws: An error if the record has no such thing.
    package func page(at path: SitePath) async throws -> Page {
        let content = try await content(at: path)
        guard let content else {
            return Page(
                text: String(decoding: PackageResources.style_css, as: UTF8.self), json: nil)
        }
        let view = content.view.adding(content.frame(at: path))
        return Page(text: templates.render(content.template, view), json: content.json)
    }

    private func content(at path: SitePath) async throws -> PageContent? {
        switch path {
        case .cases: PageContent(try await reader.list(), at: path)
        case .measures: PageContent(try await reader.measures(), at: path)
        case .actors: PageContent(try await reader.actors(), at: path)
        case .sources: PageContent(try await reader.sources(), at: path)
        case .chain(let slug):
            PageContent(try await reader.chain(from: .case(slug)), of: slug, at: path)
        case .event(let event): PageContent(try await reader.show(event), at: path)
        case .stream(let stream): try await content(of: stream, at: path)
        case .style: nil
        }
    }

    private func content(of stream: StreamName, at path: SitePath) async throws -> PageContent {
        switch stream.kind {
        case .case:
            PageContent(
                try await reader.state(of: stream.slug),
                try await reader.timeline(
                    of: [stream.slug], filter: TimelineFilter(), includesRetracted: true), at: path)
        case .actor: PageContent(try await reader.actor(stream.slug), at: path)
        case .source: PageContent(try await reader.source(stream.slug), at: path)
        case .measure: PageContent(try await reader.measure(stream.slug), at: path)
        case .list:
            PageContent(try await reader.show(.numbered(stream, 1)), at: path)
        }
    }

    /// Every page of the site, in order of its address.
    package func paths() async throws -> [SitePath] {
        var paths: Set<SitePath> = [.cases, .measures, .actors, .sources, .style]
        for row in try await reader.list().rows {
            paths.formUnion([.stream(StreamName(.case, row.slug)), .chain(row.slug)])
        }
        for actor in try await reader.actors().actors {
            paths.insert(.stream(StreamName(.actor, actor.slug.slug)))
        }
        for source in try await reader.sources().sources {
            paths.insert(.stream(StreamName(.source, source.slug.slug)))
        }
        for measure in try await reader.measures().measures {
            paths.insert(.stream(StreamName(.measure, measure.slug)))
        }
        for event in try await reader.eventNames() {
            paths.insert(.event(event))
            if case .keyed(let stream, _) = event, stream.kind == .list {
                paths.insert(.stream(stream))
            }
        }
        return paths.sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
    }
}
