import CaseModel
import Projections
import Wording

extension PageContent {
    /// The hands that goods went through, with what is remarkable about each step.
    init(_ answer: TraceAnswer, at place: Place) {
        self.init(
            template: .flow, title: "The flow of goods: \(answer.subject.slug)",
            view: View([
                "of": place.view(.stream(answer.subject), answer.subject.slug.text),
                "isEmpty": answer.flow.steps.isEmpty,
                "steps": answer.flow.steps.map { PageContent.view($0, answer, at: place) },
                "hasChecks": !answer.flow.checks.isEmpty,
                "checks": answer.flow.checks.map { "\($0.isRight.verdict): \($0.detail)" }.views,
            ]), json: answer.json, remarks: answer.clocks.remarks(answer.registers))
        self = adding(answer.sheet)
    }

    private static func view(_ step: FlowStep, _ answer: TraceAnswer, at place: Place) -> View {
        place.view(step.event).adding([
            "anchor": step.event.description,
            "hands": answer.hands(of: step), "item": step.item, "date": step.occurred.phrase,
            "place": step.place, "quantities": step.quantity.map(\.words).views,
            "after": step.after.map { place.view($0) },
            "flags": step.flags.map { answer.words($0) }.views,
            "doubt": step.isCertain ? nil : uncertainMark,
        ])
    }
}
