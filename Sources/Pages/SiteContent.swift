import CaseModel
import Casework
import Projections

/// What the pages of a site show: each path with its use case.
struct SiteContent {
    let reader: CaseReader

    /// The content of a page.
    ///
    /// - Throws: An error if the record has no such thing.
    func content(at place: Place) async throws -> PageContent {
        switch place.path {
        case .cases, .style: PageContent(try await reader.list(), at: place)
        case .measures: PageContent(try await reader.measures(), at: place)
        case .actors: PageContent(try await reader.actors(), at: place)
        case .sources: PageContent(try await reader.sources(), at: place)
        case .chain(let slug):
            PageContent(try await reader.chain(from: .case(slug)), of: slug, at: place)
        case .event(let event): PageContent(try await reader.show(event), at: place)
        case .stream(let stream): try await content(of: stream, at: place)
        }
    }

    private func content(of stream: StreamName, at place: Place) async throws -> PageContent {
        switch stream.kind {
        case .case:
            PageContent(
                try await reader.state(of: stream.slug),
                try await reader.timeline(
                    of: [stream.slug], filter: TimelineFilter(), includesRetracted: true), at: place
            )
        case .actor: PageContent(try await reader.actor(stream.slug), at: place)
        case .source: PageContent(try await reader.source(stream.slug), at: place)
        case .measure: PageContent(try await reader.measure(stream.slug), at: place)
        case .list: PageContent(try await reader.show(.numbered(stream, 1)), at: place)
        }
    }
}

extension Site {
    /// Every page of the site, in order of its address.
    package func paths() async throws -> [SitePath] {
        var paths = Set(SitePath.fixed)
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
