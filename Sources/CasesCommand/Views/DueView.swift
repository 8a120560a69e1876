import CanonicalJSON
import CaseModel
import Projections

extension DueAnswer: Presentation {
    var lines: [String] {
        var block = Block()
        if items.isEmpty {
            block.add("Nothing runs out or is due within \(within) days from \(from.phrase).")
        }
        for item in items {
            block.add("\(item.date.phrase), \(item.distance): \(title(item))")
            block.add("set by \(item.setBy)" + mark(certain: item.isCertain), margin: 2, .faint)
        }
        block.addReading(knownAt, clocks, registers)
        return block.lines
    }

    var sheet: Sheet {
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

extension DueItem {
    /// How far away the day is: `in 3 to 6 days`, `12 days ago`.
    fileprivate var distance: String {
        guard isOverdue, let least = days.max else {
            return days == DayWindow.unknown ? "day not known" : "in \(days.phrase)"
        }
        let most = days.min.map { -$0 }
        return most == -least ? "\(-least) days ago" : "at least \(-least) days ago"
    }
}
