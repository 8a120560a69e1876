import CanonicalJSON
import CaseModel
import Casework
import HTTPTypes
import Pages

/// Makes the answers to requests, and keeps them while nothing is recorded.
struct RecordAnswers: Sendable {
    private let sites: SitePool
    private let cache = AnswerCache()

    init(sites: SitePool) { self.sites = sites }

    /// The answer to a request for a page.
    ///
    /// - Parameters:
    ///   - request: The page.
    ///   - target: The address as it was asked for.
    /// - Returns: The answer.
    /// - Throws: An error if the record has no such thing, or cannot be read.
    func answer(to request: PageRequest, at target: String) async throws -> Answer {
        try await kept(at: target) { site, moment in
            let page = try await site.served(by: request.clocks).page(at: request.path)
            let isFeed = if case .feed = request.path { request.format == .json } else { false }
            let recordedAt =
                request.clocks.knownAt == nil
                ? nil : try await site.record.recordedAt(page.position)
            return Answer(
                type: isFeed ? "application/feed+json" : request.format.mediaType,
                body: Array(page.text(in: request.format).utf8),
                version: version(page.position, target, moment, isDaily: request.isDaily)
                    + (page.isOutdated ? "\noutdated" : ""),
                fields: Memento.fields(of: request, recordedAt: recordedAt))
        }
    }

    /// The list of the mementos of a page.
    func timeMap(of request: PageRequest, at target: String) async throws -> Answer {
        try await kept(at: target) { site, moment in
            Answer(
                type: "application/link-format",
                body: Array(try await Memento.timeMap(of: request, site).utf8),
                version: version(moment.head, target, moment, isDaily: false))
        }
    }

    /// The answer to a request of the API, with an error as for a page.
    func answer(to request: APIRequest, at target: String) async throws -> Answer {
        try await kept(at: target) { site, moment in
            let record = try await site.record.seen(by: request.clocks)
            let json = try await request.operation.answer(record, request.arguments)
            let read = request.operation.takesClocks ? record.readEvents?.last : nil
            let position = read ?? moment.head
            return Answer(
                type: PageFormat.json.mediaType,
                body: json.naming(record.omissions).canonicalBytes() + [UInt8(ascii: "\n")],
                version: version(position, target, moment, isDaily: true))
        }
    }

    private func kept(
        at target: String, _ make: @Sendable (Site, AnswerCache.Moment) async throws -> Answer
    ) async throws -> Answer {
        try await sites.use { site in
            // A clock may stand on today.
            let moment = AnswerCache.Moment(head: try await site.head(), day: Day.today)
            if let kept = cache.answer(to: target, at: moment) { return kept }
            let answer = try await make(site, moment)
            cache.keep(answer, to: target, at: moment)
            return answer
        }
    }

    /// What the bytes of an answer depend on.
    private func version(
        _ position: Int64, _ target: String, _ moment: AnswerCache.Moment, isDaily: Bool
    ) -> String {
        [Site.version, String(position), target, isDaily ? moment.day : ""].joined(separator: "\n")
    }
}

extension PageRequest {
    /// Whether the page says something else tomorrow though nothing is recorded.
    fileprivate var isDaily: Bool {
        clocks.dependsOnToday || path == .due
            || path.parameters.contains { $0.value == Day.todayWord }
    }
}
