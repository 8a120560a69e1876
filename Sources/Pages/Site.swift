import CanonicalJSON
import CaseModel
package import Casework
import EventLog
import Projections
import Wording

/// The record as a site of pages: each a view of the use case that a command shows.
package struct Site: Sendable {
    /// The record that the pages show.
    package let record: CaseReader
    let templates: Templates
    /// The clocks that were asked for.
    let question: ClockQuestion
    /// Where the pages are read.
    let setting: Setting

    /// The site of a record.
    package init(_ reader: CaseReader) throws {
        self.init(reader: reader, try Templates(), ClockQuestion(), in: .files)
    }

    private init(
        reader: CaseReader, _ templates: Templates, _ question: ClockQuestion,
        in setting: Setting
    ) {
        record = reader
        self.templates = templates
        self.question = question
        self.setting = setting
    }

    /// The site of one snapshot of the record, for files.
    package func snapshot() async throws -> Site {
        let seen = try await record.seen(by: ClockQuestion()).remembering()
        return Site(reader: seen, templates, ClockQuestion(), in: .files)
    }

    /// The same site with a session of its own, so that its pages are made beside others.
    func another() async -> Site {
        Site(reader: await record.onAnotherSession(), templates, question, in: setting)
    }

    /// The site of one snapshot of the record under clocks, for a server's answer.
    ///
    /// - Throws: An error for a clock that cannot be read.
    package func served(by question: ClockQuestion) async throws -> Site {
        let seen = try await record.seen(by: question).remembering()
        return Site(reader: seen, templates, question, in: .served)
    }

    /// What cannot be read and is left out of the pages.
    package var omissions: Omissions? { record.omissions }

    /// Changes with the program, so that a page that is kept elsewhere can be told from one of
    /// another version of the program.
    package static var version: String { Templates.build }

    /// The position of the last event of the record.
    package func head() async throws -> Int64 { try await record.log.head() }

    /// The page at a path.
    ///
    /// - Throws: An error if the record has no such thing.
    package func page(at path: SitePath) async throws -> Page {
        if path == .style {
            let text = String(decoding: PackageResources.style_css, as: UTF8.self)
            return Page(position: 0, [.css: { text }])
        }
        let answering = record.answering()
        defer { record.omissions?.note(answering.omissions?.all ?? []) }
        let place = Place(path: path, question: question, in: setting)
        if case .feed(let stream) = path {
            let feed = try await Feed(of: stream, answering)
            return Page(
                position: answering.readEvents?.last ?? 0,
                [
                    .atom: { templates.render(.feed, feed.view(at: place)) },
                    .json: { feed.json(at: place).file },
                ])
        }
        let content = try await SiteContent(reader: answering).content(
            at: place)
        return try await page(of: content, at: place, answering)
    }

    /// The events that a page was made from: at each of them it may say something else.
    package func moments(of path: SitePath) async throws -> [ReadEvents.Moment] {
        let read = ReadEvents(collectsMoments: true)
        let reader = try await record.seen(by: question).answering(read)
        let place = Place(path: path, question: question, in: setting)
        _ = try await SiteContent(reader: reader).content(at: place)
        return read.moments
    }

    private func page(
        of content: PageContent, at place: Place, _ answering: CaseReader
    ) async throws -> Page {
        let frame = Frame(
            place: place, content: content, reader: answering,
            isOutdated: try await isOutdated(content, at: place))
        let (view, json) = (
            content.view.adding(frame.members), content.json.naming(answering.omissions)
        )
        var documents = content.documents.mapValues { document in { document(templates) } }
        documents[.html] = { templates.render(content.template, view) }
        // By the same law as for `Page.position`, the log up to there gives the same answer.
        let answered = setting == .files ? json.known(at: frame.position) : json
        documents[.json] = { answered.file }
        return Page(position: frame.position, isOutdated: frame.isOutdated, documents)
    }

    /// Whether the page says something else without the clock of recording; false if that clock is not
    /// asked for.
    private func isOutdated(_ content: PageContent, at place: Place) async throws -> Bool {
        guard question.knownAt != nil else { return false }
        let later = try await record.seen(
            by: ClockQuestion(asOf: question.asOf, publishedBy: question.publishedBy)
        ).remembering()
        let now = try await SiteContent(reader: later).content(at: place)
        return now.json.withoutPosition != content.json.withoutPosition
    }
}

extension JSONValue {
    /// An answer that was read up to another position.
    fileprivate func known(at position: Int64) -> JSONValue {
        guard var members = object, members["known_at"] != nil else { return self }
        members["known_at"] = .integer(position)
        return .object(members)
    }

    /// An answer without the position that it was read at.
    fileprivate var withoutPosition: JSONValue {
        guard var members = object else { return self }
        members["known_at"] = nil
        return .object(members)
    }
}
