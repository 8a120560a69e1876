import CanonicalJSON
import CaseModel
import Casework
import EventLog
import Projections

/// What the pages of a site show: each path with its use case.
struct SiteContent {
    let reader: CaseReader
    /// The content of a page.
    ///
    /// - Throws: An error if the record has no such thing.
    func content(at place: Place) async throws -> PageContent {
        switch place.path {
        case .cases, .style, .feed: PageContent(try await reader.list(), at: place)
        case .narrowed(let facets): PageContent(try await reader.list(), facets, at: place)
        case .conflicts(let slug):
            PageContent(try await reader.conflicts(in: slug), of: slug, at: place)
        case .flow(let stream): PageContent(try await reader.flow(of: stream), at: place)
        case .measures: PageContent(try await reader.measures(), at: place)
        case .due: PageContent(try await due(isServed: place.isServed), at: place)
        case .actors: PageContent(try await reader.actors(), at: place)
        case .sources: PageContent(try await reader.sources(), at: place)
        case .chain(let slug):
            PageContent(try await reader.chain(from: .case(slug)), of: slug, at: place)
        case .part(let slug, let number): try await content(ofPart: number, of: slug, at: place)
        case .event(let event): try await content(of: event, at: place)
        case .search(let words): try await search(for: words, at: place)
        case .log(let before): try await log(before: before, at: place)
        case .readModels: try await readModels(at: place)
        case .why(let slug, let field):
            PageContent(try await reader.why(field, of: slug), at: place)
        case .changes(let slug, let span): try await changes(in: slug, span, at: place)
        case .stream(let stream): try await content(of: stream, at: place)
        }
    }

    /// All that is due, and what has passed without an end that is recorded.
    ///
    /// In files days are counted from that of the last event, so that the same log makes the same
    /// files.
    private func due(isServed: Bool) async throws -> DueAnswer {
        let asked = reader.clocks.asOf.flatMap { $0.earliest == $0.latest ? $0 : nil }
        // In an empty record nothing is due on any day.
        let today =
            isServed ? Day.today : try await reader.lastRecordedDay()?.text ?? "1970-01-01"
        return try await reader.due(
            from: try asked ?? EDTFDate(onClock: today), within: SiteContent.horizon,
            includesOverdue: true, tag: nil)
    }

    /// How many days ahead the page of what is due looks: a century.
    private static let horizon: Int64 = 36_525

    private func content(of stream: StreamName, at place: Place) async throws -> PageContent {
        let content: PageContent
        switch stream.kind {
        case .case: return try await self.content(ofCase: stream, at: place)
        case .actor: content = PageContent(try await reader.actor(stream.slug), at: place)
        case .source: content = PageContent(try await reader.source(stream.slug), at: place)
        case .measure: content = PageContent(try await reader.measure(stream.slug), at: place)
        case .list: content = try await self.content(of: .numbered(stream, 1), at: place)
        }
        return content.adding(try await reader.events(of: [stream]), at: place)
    }

    private func content(ofCase stream: StreamName, at place: Place) async throws -> PageContent {
        let content = PageContent(
            try await reader.state(of: stream.slug),
            try await reader.timeline(
                of: [stream.slug], filter: TimelineFilter(), includesRetracted: true),
            try await reader.chain(from: .case(stream.slug)), at: place)
        return content.adding(try await reader.events(of: [stream]), at: place)
    }

    private func content(
        ofPart number: Int, of slug: Slug, at place: Place
    ) async throws -> PageContent {
        let timeline = try await reader.timeline(
            of: [slug], filter: TimelineFilter(), includesRetracted: true)
        let recorded = try await reader.events(of: [StreamName(.case, slug)])
        let count = CasePart.count(of: recorded.count)
        guard number <= count else {
            throw CaseworkError(
                .notFound, "\(slug) has no part \(number)", hint: "it has \(count)")
        }
        return PageContent(part: number, of: timeline, slug, at: place).adding(recorded, at: place)
    }

    private func content(of event: EventReference, at place: Place) async throws -> PageContent {
        let answer = try await reader.show(event)
        let recorded = try await reader.events(of: [answer.standing.event.stream])
        let corrections = CorrectedValue.all(in: recorded).filter {
            $0.event == answer.standing.event.reference
        }
        return PageContent(answer, corrections, at: place)
    }

    /// The events that have some words; none if there is no word yet.
    private func search(for words: String, at place: Place) async throws -> PageContent {
        guard words.contains(where: { !$0.isWhitespace }) else {
            return PageContent(
                template: .search, title: "Search",
                view: View(["isEmpty": false, "hits": [View]()]),
                json: ["schema": "cases.search/1", "query": "", "hits": []], remarks: [])
        }
        return PageContent(try await reader.search(for: words, limit: 100), at: place)
    }

    /// How many events a page of the log has.
    private static let events = 100

    private func log(before text: String, at place: Place) async throws -> PageContent {
        let head = try await reader.snapshot().position
        guard let before = text.isEmpty ? head + 1 : Int64(text), before > 0 else {
            throw CaseworkError(
                .usage, "before is not a position", hint: "write a number, as before=100")
        }
        let last = min(head, before - 1)
        return PageContent(
            log: try await reader.lastRecorded(SiteContent.events, through: last), knownAt: head,
            at: place)
    }

    private func readModels(at place: Place) async throws -> PageContent {
        let list = try await CaseRecord(log: reader.log).rebuilder.projections()
        reader.readEvents?.note(through: list.head)
        return PageContent(list, at: place)
    }

    /// What changed between two instants; nothing if they are not asked for yet.
    private func changes(
        in slug: Slug, _ span: ChangeSpan, at place: Place
    ) async throws -> PageContent {
        guard span.from.isEmpty == span.to.isEmpty else {
            throw CaseworkError(
                .usage, "one of the two instants is missing", hint: "write from and to")
        }
        guard let range = try span.range() else {
            try await reader.require(StreamName(.case, slug))
            return PageContent(asking: slug, span, at: place)
        }
        return PageContent(try await reader.difference(in: slug, between: range), span, at: place)
    }
}

extension Site {
    /// Every page of the site, in order of its address.
    package func paths() async throws -> [SitePath] {
        var paths = Set(SitePath.fixed)
        for row in try await record.list().rows {
            let stream = StreamName(.case, row.slug)
            paths.formUnion([.stream(stream), .chain(row.slug), .feed(stream)])
            let parts = CasePart.count(of: try await record.events(of: [stream]).count)
            if parts > 1 { paths.formUnion((1...parts).map { .part(row.slug, $0) }) }
        }
        for slug in try await record.casesWithFlows() {
            paths.insert(.flow(StreamName(.case, slug)))
        }
        for actor in try await record.actors().actors {
            paths.insert(.stream(StreamName(.actor, actor.slug.slug)))
        }
        for source in try await record.sources().sources {
            paths.insert(.stream(StreamName(.source, source.slug.slug)))
        }
        for measure in try await record.measures().measures {
            paths.insert(.stream(StreamName(.measure, measure.slug)))
        }
        for event in try await record.eventNames() {
            paths.insert(.event(event))
            if case .keyed(let stream, _) = event, stream.kind == .list {
                paths.insert(.stream(stream))
            }
        }
        return paths.sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
    }
}
