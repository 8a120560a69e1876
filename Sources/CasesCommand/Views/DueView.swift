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
        block.add([""])
        let read = ["as recorded at position \(knownAt)"] + clocks.remarks(registers)
        block.add(read.joined(separator: "; "))
        return block.lines
    }

    private func title(_ item: DueItem) -> String {
        switch item.kind {
        case .measure: "\(name(item)) is to end"
        case .suspension: "the suspension of \(name(item)) is to end"
        case .nonEnforcement: "\(name(item)) is to be enforced again"
        case .control: "the control of \(actor(item.subject)) is to end"
        case .licence: "a licence is to end: \(item.subject)"
        case .deadline: item.subject
        case .foretold: "foretold: \(item.subject)"
        }
    }

    private func name(_ item: DueItem) -> String {
        let slug = Slug(item.subject)
        return slug.flatMap { registers.measures[$0] }.map { "\($0.name) (\(item.subject))" }
            ?? item.subject
    }

    private func actor(_ text: String) -> String {
        Slug(text).map { registers.name(of: ActorSlug($0)) } ?? text
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
