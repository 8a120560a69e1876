import CaseModel
import Projections
import Wording

extension PageContent {
    /// The list of measures, or one of them with its scope, citations and events.
    init(_ answer: MeasuresAnswer, at place: Place) {
        let single = answer.isSingle ? answer.measures.first : nil
        let views = answer.measures.map { PageContent.view($0, answer.registers, at: place) }
        self.init(
            views, named: "measures", (.measures, "Measures"),
            single: single.map { (.measure, $0.register?.name ?? $0.slug.text) }, json: answer.json,
            remarks: answer.clocks.remarks(answer.registers))
        self = adding(answer.sheet)
    }

    private static func view(
        _ measure: KnownMeasure, _ registers: Registers, at place: Place
    ) -> View {
        let (life, register) = (measure.life, measure.register)
        return View([
            "measure": place.view(
                .stream(StreamName(.measure, measure.slug)), register?.name ?? measure.slug.text),
            "slug": measure.slug.text, "kind": measure.kind?.rawValue.replacing("_", with: " "),
            "standing": life?.standing ?? "registered; no event states its status",
            "enforcement": life?.enforcement,
            "doubt": life.map { $0.isCertain ? nil : uncertainMark } ?? nil,
            "by": (life?.by ?? []).map { place.view($0, registers) },
            "on": (life?.on ?? []).map { place.view($0, registers) },
            "perhaps": (life?.perhaps ?? []).map {
                place.view(.event($0.setBy), "perhaps \($0.words)")
            },
            "amendments": (life?.amendments ?? []).map {
                place.view(.event($0.event), $0.words + mark(certain: $0.isCertain))
            },
            "scope": (register?.scope ?? []).map {
                "\($0.scheme) \($0.code)" + ($0.text.map { ", \($0)" } ?? "")
            }.views,
            "citations": (register?.citations ?? []).map {
                "\($0.scheme): \($0.reference)"
            }.views,
            "cases": measure.cases.map { place.view(.stream(StreamName(.case, $0)), $0.text) },
            "events": measure.events.map { place.view($0) },
            "setBy": life.map { place.view($0.setBy) },
        ])
    }
}
