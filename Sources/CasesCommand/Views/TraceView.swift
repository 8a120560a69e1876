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
        let hands =
            step.kind == .transfer
            ? "\(name(step.from)) gives \(name(step.to))"
            : "\(name(step.from)) lets \(name(step.to)) use"
        block.add("\(number). \(hands): \(step.item)" + mark(certain: step.isCertain))
        for quantity in step.quantity { block.add(quantity.words, margin: 3) }
        let place = step.place.map { ", \($0)" } ?? ""
        block.add("\(step.occurred.phrase)\(place) (\(step.event))", margin: 3, .faint)
        for flag in step.flags { block.add("! \(words(flag))", margin: 3) }
    }

    private func name(_ actor: ActorSlug?) -> String {
        actor.map { registers.name(of: $0) } ?? "an unnamed party"
    }

    private func words(_ flag: FlowFlag) -> String {
        let party = flag.party.map { registers.name(of: $0) } ?? ""
        let (on, may) = (flag.on ?? "", flag.isCertain ? "is" : "may be")
        switch flag.kind {
        case .listed:
            let list = Slug(on).flatMap { registers.lists[$0]?.name } ?? on
            return "\(party) \(may) on \(list)"
        case .captured: return "\(party) \(may) captured by \(on): listed parties own it"
        case .disputed: return "sources disagree about this step"
        case .linkDisputed: return "disputed: \(on)"
        }
    }

    var sheet: Sheet {
        Sheet(
            columns: [
                "step", "kind", "from", "to", "item", "quantity", "place", "occurred", "after",
                "flags", "status", "certain", "event",
            ],
            rows: flow.steps.enumerated().map { row($1, number: $0 + 1) })
    }

    private func row(_ step: FlowStep, number: Int) -> [String] {
        [
            String(number), step.kind.rawValue, step.from?.description ?? "",
            step.to?.description ?? "", step.item,
            step.quantity.map(\.words).joined(separator: "; "), step.place ?? "",
            step.occurred?.text ?? "", step.after.words,
            step.flags.map(words).joined(separator: "; "), step.status.rawValue,
            yesOrNo(step.isCertain), step.event.description,
        ]
    }
}

extension Trilean {
    /// Whether a check holds, for people.
    fileprivate var verdict: String {
        switch self {
        case .yes: "right"
        case .no: "wrong"
        case .unknown: "cannot tell"
        }
    }
}
