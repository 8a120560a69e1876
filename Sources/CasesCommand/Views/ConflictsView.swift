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
