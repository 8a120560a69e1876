import CanonicalJSON
import CaseModel
import Projections
import Wording

extension ConflictsAnswer: Presentation {
    var pieces: [JSONValue] { conflicts.conflicts.map(\.answer) + conflicts.lints.map(\.answer) }

    var lines: [String] {
        var block = Block()
        section("OPEN", conflicts.conflicts.filter(\.isOpen), &block, add)
        section("EXPLAINED", conflicts.conflicts.filter { !$0.isOpen }, &block, add)
        section("CANNOT BE RIGHT, OR EASILY MISREAD", conflicts.lints, &block, add)
        if block.lines.isEmpty { block.add("Nothing contradicts itself.") }
        block.add([""])
        let read = ["as recorded at position \(knownAt)"] + clocks.remarks(registers)
        block.add(([counts] + read).joined(separator: "; "))
        return block.lines
    }

    private var counts: String {
        let open = conflicts.conflicts.count(where: \.isOpen)
        return "\(open) open, \(conflicts.conflicts.count - open) explained, "
            + "\(conflicts.lints.count) to check"
    }

    private func section<Row>(
        _ title: String, _ rows: [Row], _ block: inout Block, _ add: (Row, inout Block) -> Void
    ) {
        guard !rows.isEmpty else { return }
        block.heading(title)
        for row in rows { add(row, &block) }
    }

    private func add(_ conflict: Conflict, _ block: inout Block) {
        block.add(conflict.heading + mark(certain: conflict.isCertain), margin: 2)
        if let summary = conflict.summary { block.add(summary, margin: 4) }
        for value in conflict.values {
            block.add(value.value.side, margin: 4)
            for claim in value.claims { block.add(claim.words(about: conflict), margin: 6) }
        }
        if let why = conflict.explanation {
            block.add("explained as \(why.as.words): \(why.note)", margin: 4)
        }
    }

    private func add(_ lint: Lint, _ block: inout Block) {
        block.add("\(lint.event), \(lint.kind.words)", margin: 2)
        block.add(lint.detail, margin: 4)
    }
}

extension Conflict {
    /// The subject, in words.
    var heading: String {
        attribute == Conflict.wholeEvent ? "\(subject)" : "\(subject), \(attribute)"
    }
}

extension Testimony {
    /// Who says so, and where: `letter, page 2, denies it`; names the event if it is another one.
    func words(about conflict: Conflict) -> String {
        let isOther = conflict.subject != .event(event)
        let denial = stance.map { "\($0.rawValue) \(isOther ? "\(event)" : "it")" }
        let words = [
            source.description, claim?.at, (claim?.printed).map { "“\($0)”" },
            (claim?.quote).map { "“\($0)”" },
            denial.map { (by.map { "\($0) " } ?? "") + $0 } ?? (isOther ? "of \(event)" : nil),
        ]
        return words.compactMap(\.self).joined(separator: ", ") + mark(certain: isCertain)
    }
}

extension JSONValue {
    /// One side of a contradiction in words: the text, the printed wording of a quantity or share,
    /// or the members of an object.
    var side: String {
        switch self {
        case .null: "not so"
        case .bool(let isSo): isSo ? "so" : "not so"
        case .array(let elements): elements.map(\.side).joined(separator: ", ")
        case .object(let members): members["printed"]?.string ?? members.side
        default: string ?? line
        }
    }
}

extension JSONObject {
    fileprivate var side: String {
        members.map { member in
            member.value == true ? member.name : "\(member.name) \(member.value.side)"
        }.joined(separator: ", ")
    }
}

extension Explanation {
    var words: String { rawValue.replacing("_", with: " ") }
}

extension Lint.Kind {
    var words: String { rawValue.replacing("_", with: " ") }
}

extension ConflictsAnswer {
    /// A row for every claim on a value, and for every lint.
    var sheet: Sheet {
        Sheet(
            columns: [
                "subject", "attribute", "status", "value", "claims", "event", "source", "at",
                "printed", "quote", "stance", "by", "certain", "summary", "explained_as",
                "explanation",
            ],
            rows: conflicts.conflicts.flatMap(\.cells) + conflicts.lints.map(\.cells))
    }
}

extension Conflict {
    /// Its rows; a value without a source has one row without a claim.
    fileprivate var cells: [[String]] {
        let reason = [summary ?? "", explanation?.as.words ?? "", explanation?.note ?? ""]
        return values.flatMap { value in
            let side = [
                subject.description, attribute, isOpen ? "open" : "explained", value.value.side,
            ]
            guard !value.claims.isEmpty else {
                let noClaim = [String](repeating: "", count: 7)
                return [side + [""] + noClaim + [yesOrNo(isCertain)] + reason]
            }
            return value.claims.map { side + [$0.words(about: self)] + $0.cells + reason }
        }
    }
}

extension Testimony {
    fileprivate var cells: [String] {
        [
            event.description, source.description, claim?.at ?? "", claim?.printed ?? "",
            claim?.quote ?? "", stance?.rawValue ?? "", by?.description ?? "",
            yesOrNo(isCertain),
        ]
    }
}

extension Lint {
    fileprivate var cells: [String] {
        [event.description, kind.words, "lint", detail, "", event.description]
            + [String](repeating: "", count: 10)
    }
}
