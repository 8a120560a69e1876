import CanonicalJSON
import CaseModel
import Casework
import Projections
import Wording

extension PageContent {
    /// The events that have some words, the best match first.
    init(_ answer: SearchAnswer, at place: Place) {
        self.init(
            template: .search, title: "Search: \(answer.query)",
            view: View([
                "isEmpty": answer.hits.isEmpty,
                "hits": answer.hits.map { hit in
                    let link = EventReference(hit.event).map { place.view($0) }
                    return (link ?? View(["address": place.link(to: .cases), "text": hit.event]))
                        .adding(["snippet": hit.snippet])
                },
            ]), json: answer.json, remarks: answer.clocks.phrases)
        self = adding(answer.sheet)
    }

    /// What a value of a case rests on, event by event.
    init(_ answer: WhyAnswer, at place: Place) {
        self.init(
            template: .why, title: "Why: \(answer.why.field)",
            view: View([
                "of": place.view(.stream(StreamName(.case, answer.slug)), answer.slug.text),
                "field": answer.why.field, "value": Optional(answer.why.value).cell,
                "reasons": answer.reasons.map { reason in
                    place.view(reason.event).adding([
                        "title": reason.title,
                        "lines": reason.lines.map { line in
                            View([
                                "text": line.text, "depth": line.depth,
                                "look": line.look.map { "\($0)" },
                            ])
                        },
                    ])
                },
            ]), json: answer.json, remarks: answer.clocks.remarks(answer.registers))
    }

    /// What changed in a case between two instants, each change with what made it.
    init(_ answer: DiffAnswer, _ span: ChangeSpan, at place: Place) {
        let view = PageContent.form(of: answer.slug, span, at: place).adding([
            "span": "by the clock \(answer.clock), from \(answer.from.words ?? "") to "
                + (answer.to.words ?? ""),
            "isEmpty": answer.difference.changes.isEmpty,
            "changes": answer.difference.changes.map { change in
                View([
                    "words": change.words, "elements": change.elements.views,
                    "because": change.because.map {
                        place.view(.event($0.reference), $0.sentence)
                    },
                ])
            },
        ])
        self.init(
            template: .changes, title: "What changed", view: view, json: answer.json,
            remarks: answer.clocks.remarks(answer.registers))
    }

    /// The form that asks for the two instants.
    init(asking slug: Slug, _ span: ChangeSpan, at place: Place) {
        self.init(
            template: .changes, title: "What changed",
            view: PageContent.form(of: slug, span, at: place).adding([
                "span": nil, "isEmpty": false, "changes": [View](),
            ]), json: ["schema": "cases.diff/1", "changes": []], remarks: [])
    }

    private static func form(of slug: Slug, _ span: ChangeSpan, at place: Place) -> View {
        let chosen = span.clock.isEmpty ? ChosenClock.recorded.rawValue : span.clock
        return View([
            "of": place.view(.stream(StreamName(.case, slug)), slug.text), "from": span.from,
            "to": span.to,
            "clockNames": ChosenClock.allCases.map {
                View(["text": $0.rawValue, "isChosen": $0.rawValue == chosen])
            },
        ])
    }
}
