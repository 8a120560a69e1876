import CanonicalJSON
import CaseModel
import Projections
import Wording

extension TraceAnswer: Presentation {
    var lines: [String] {
        var block = Block()
        if flow.steps.isEmpty { block.add("No transfers and no access.") }
        for (index, step) in flow.steps.enumerated() { add(step, number: index + 1, to: &block) }
        if !flow.checks.isEmpty { block.heading("CHECKS") }
        for check in flow.checks {
            block.add("\(check.isRight.verdict): \(check.detail)", margin: 2)
        }
        block.addReading(knownAt, clocks, registers)
        return block.lines
    }

    private func add(_ step: FlowStep, number: Int, to block: inout Block) {
        let hands = hands(of: step)
        block.add("\(number). \(hands): \(step.item)" + mark(certain: step.isCertain))
        for quantity in step.quantity { block.add(quantity.words, margin: 3) }
        let place = step.place.map { ", \($0)" } ?? ""
        block.add("\(step.occurred.phrase)\(place) (\(step.event))", margin: 3, .faint)
        for flag in step.flags { block.add("! \(words(flag))", margin: 3) }
    }
}
