import CaseModel
import Projections
import Wording

extension PageContent {
    /// A chain: each event in order of time, and each link as a sentence below the event that
    /// answers.
    init(_ answer: ChainAnswer, of slug: Slug, at place: Place) {
        let arrows = Dictionary(grouping: answer.chain.arrows, by: \.link.identity.event)
        let unanswered = Set(answer.chain.unanswered)
        let drawing = ChainDrawing(answer.chain, around: slug, answer.registers)
        self.init(
            template: .chain, title: "Who answered whom: \(slug)",
            view: View([
                "of": place.view(.stream(StreamName(.case, slug)), slug.text),
                "drawing": answer.chain.arrows.isEmpty ? nil : drawing.view(answer, at: place),
                "totals": answer.chain.totals, "isEmpty": answer.chain.arrows.isEmpty,
                "events": answer.chain.drawn.map { event in
                    View([
                        "date": event.body.occurred.phrase, "headline": event.headline,
                        "event": place.view(event.reference),
                        "isUnanswered": unanswered.contains(event.reference),
                        "doubt": answer.chain.uncertain.contains(event.reference)
                            ? uncertainMark : nil,
                        "answers": (arrows[event.reference] ?? []).map {
                            PageContent.view($0, answer.registers, at: place)
                        },
                    ])
                },
            ]), json: answer.json,
            remarks: answer.clocks.remarks(answer.registers),
            documents: [
                .svg: { $0.render(.drawing, drawing.view(answer, at: nil)) },
                .dot: { _ in answer.dot.joined(separator: "\n") + "\n" },
            ])
    }

    private static func view(
        _ arrow: Chain.Arrow, _ registers: Registers, at place: Place
    ) -> View {
        View([
            "verb": arrow.link.verb,
            "claim": arrow.link.claim == arrow.link.verb ? nil : arrow.link.claim,
            "delay": arrow.delay,
            "stroke": "\(arrow.link.stroke)",
            "cause": place.view(arrow.link.identity.to),
            "voices": [
                arrow.link.assertion(registers), arrow.link.characterisation(registers),
            ].compactMap(\.self).joined(separator: "; "),
            "denial": arrow.link.denial(registers),
            "doubt": arrow.isCertain ? nil : uncertainMark,
        ])
    }
}
