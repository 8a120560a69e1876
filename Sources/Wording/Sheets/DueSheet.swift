import CaseModel
package import Projections

extension DueAnswer {
    /// The answer as a table.
    package var sheet: Sheet {
        Sheet(
            columns: [
                "what", "subject", "case", "date", "days_min", "days_max", "overdue", "certain",
                "set_by",
            ],
            rows: items.map { item in
                [
                    item.kind.rawValue, item.subject, item.case.text, item.date.text,
                    item.days.min.map(String.init) ?? "", item.days.max.map(String.init) ?? "",
                    item.isOverdue ? "yes" : "", yesOrNo(item.isCertain), item.setBy.description,
                ]
            })
    }
}
