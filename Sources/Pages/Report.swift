package import CaseModel
package import Casework
import Foundation
import Projections
import Wording

/// A report on a case: one file with everything that the record has on it, to be sent and printed.
package struct Report {
    private let site: Site

    /// The report on a case of a record.
    package init(_ reader: CaseReader) throws { site = try Site(reader) }

    /// The text of the report under clocks, as HTML that loads nothing, and what had to be left out.
    ///
    /// - Throws: An error if there is no such case, or a clock cannot be read.
    package func text(
        on slug: Slug, by question: ClockQuestion
    ) async throws -> (html: String, omissions: Omissions?) {
        let reader = try await site.record.seen(by: question).remembering().answering()
        let stream = StreamName(.case, slug)
        let place = Place(path: .stream(stream), question: question, in: .report)
        let timeline = try await reader.timeline(
            of: [slug], filter: TimelineFilter(), includesRetracted: true)
        let chain = try await reader.chain(from: .case(slug))
        let content = PageContent(try await reader.state(of: slug), timeline, chain, at: place)
            .adding(try await reader.events(of: [stream]), at: place)
        let parties = try await parties(in: slug, reader, at: place)
        let sources = try await sources(of: timeline, reader)
        let frame = Frame(place: place, content: content, reader: reader, isOutdated: false)
        let view = content.view.merging(PageContent(chain, of: slug, at: place).view)
            .adding(frame.members).adding([
                "css": String(decoding: PackageResources.style_css, as: UTF8.self),
                "parties": parties, "sources": sources,
                "counts": [
                    "Events: \(timeline.timeline.entries.count)", "parties: \(parties.count)",
                    "sources: \(sources.count)",
                ].joined(separator: ", "),
            ])
        let html = InnerLinks.resolved(site.templates.render(.report, view))
        return (html, reader.omissions)
    }

    private func parties(
        in slug: Slug, _ reader: CaseReader, at place: Place
    ) async throws -> [View] {
        let answer = try await reader.actors()
        return answer.actors.filter { $0.cases.contains(slug) }.map { actor in
            let ties = answer.ties(of: actor)
            let isTied = !(ties.listings.isEmpty && ties.owners.isEmpty && ties.owned.isEmpty)
            // Of a party that is on no list, owns nothing and has no owner the rules say nothing.
            let view = PageContent.view(actor, answer, at: place)
            return (isTied ? view : view.adding(["sections": [View]()])).adding([
                "anchor": StreamName(.actor, actor.slug.slug).text,
                "name": answer.registers.name(of: actor.slug),
            ])
        }
    }

    private func sources(of timeline: TimelineAnswer, _ reader: CaseReader) async throws -> [View] {
        let named = Set(timeline.registers.sources.keys)
        return try await reader.sources().sources.filter { named.contains($0.slug) }.map { use in
            View([
                "anchor": StreamName(.source, use.slug.slug).text, "slug": use.slug.slug.text,
                "title": use.source.title, "publisher": use.source.publisher,
                "published": use.source.published.phrase, "grade": use.source.grade?.text,
                "url": use.source.url, "isWithdrawn": use.isWithdrawn,
            ])
        }
    }
}

/// The links within one file.
enum InnerLinks {
    /// The file without links to places that it does not have; their text stays.
    static func resolved(_ html: String) -> String {
        let places = Set(
            html.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } })
        let opening = "<a href=\"#"
        let pieces = html.components(separatedBy: opening)
        return pieces.dropFirst().reduce(into: pieces[0]) { text, piece in
            let name = piece.prefix { $0 != "\"" }
            guard !places.contains(name) else {
                text += opening + piece
                return
            }
            let rest = piece.dropFirst(name.count).trimmingPrefix("\">")
            text += rest.replacing("</a>", with: "", maxReplacements: 1)
        }
    }
}
