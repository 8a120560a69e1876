import CaseModel
package import Projections

extension TraceAnswer {
    /// The answer as a table.
    package var sheet: Sheet {
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
