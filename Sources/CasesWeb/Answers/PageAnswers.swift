import CaseModel
import Casework
import HTTPTypes
import Pages

/// Makes the answers to requests for pages, and keeps them while nothing is recorded.
struct PageAnswers: Sendable {
    private let sites: SitePool
    private let cache = AnswerCache()

    init(sites: SitePool) { self.sites = sites }

    /// The answer to a request.
    ///
    /// - Throws: An error if the record has no such thing, or cannot be read.
    func answer(to request: PageRequest) async throws -> Answer {
        try await sites.use { site in
            // A clock may stand on today.
            let moment = AnswerCache.Moment(head: try await site.head(), day: Day.today)
            if let kept = cache.answer(to: request, at: moment) { return kept }
            let page = try await site.served(by: request.clocks).page(at: request.path)
            let answer = PageAnswers.answer(page, to: request, at: moment)
            cache.keep(answer, to: request, at: moment)
            return answer
        }
    }

    private static func answer(
        _ page: Page, to request: PageRequest, at moment: AnswerCache.Moment
    ) -> Answer {
        let version = [
            Site.version, String(page.position), request.path.file(in: request.format),
            Query.text(request.path.parameters.map { ($0.key, $0.value) } + request.clocks.items),
            request.clocks.dependsOnToday ? moment.day : "",
        ].joined(separator: "\n")
        let text = page.text(in: request.format)
        let isFeed = if case .feed = request.path { request.format == .json } else { false }
        return Answer(
            type: isFeed ? "application/feed+json" : request.format.mediaType,
            body: Array(text.utf8), version: version)
    }
}
