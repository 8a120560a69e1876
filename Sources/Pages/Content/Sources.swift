import CaseModel
import Projections
import Wording

extension PageContent {
    /// The list of sources, or one of them with what rests on it.
    init(_ answer: SourcesAnswer, at place: Place) {
        let views = answer.sources.map { PageContent.view($0, answer.registers, at: place) }
        let single = answer.isDetailed ? answer.sources.first : nil
        self.init(
            views, named: "sources", (.sources, "Sources"),
            single: single.map { (.source, $0.source.title ?? $0.slug.slug.text) },
            json: answer.json,
            remarks: answer.clocks.remarks(answer.registers))
        self = adding(answer.sheet)
    }

    private static func view(
        _ use: SourceUse, _ registers: Registers, at place: Place
    ) -> View {
        View([
            "source": place.view(use.slug, registers), "title": use.source.title,
            "publisher": use.source.publisher, "published": use.source.published.phrase,
            "grade": use.source.grade?.text, "isWithdrawn": use.isWithdrawn,
            "retells": use.source.reports.map { place.view($0, registers) },
            "events": use.all.events, "alone": use.alone.events,
            "rests": use.rests.map { rest in
                View([
                    "words": rest.assertion.words,
                    "with": rest.isAlone ? "alone" : nil,
                    "others": rest.others.map { place.view($0, registers) },
                ])
            },
        ])
    }
}
