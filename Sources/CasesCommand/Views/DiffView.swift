import CanonicalJSON
import CaseModel
import CommandSupport
import Projections
import Wording

extension DiffAnswer: Presentation {
    var pieces: [JSONValue] { difference.changes.map(\.answer) }

    var lines: [String] {
        var block = Block()
        let instants = "from \(from.words ?? "") to \(to.words ?? "")"
        block.add("\(slug), by the clock \(clock), \(instants)")
        let read = ["as recorded at position \(knownAt)"] + clocks.remarks(registers)
        block.add(read.joined(separator: "; "))
        section("STATE", .state, &block)
        section("TIMELINE", .timeline, &block)
        if difference.changes.isEmpty { block.add("Nothing changed.") }
        return block.lines
    }

    private func section(_ title: String, _ place: CaseChange.Place, _ block: inout Block) {
        let changes = difference.changes.filter { $0.place == place }
        guard !changes.isEmpty else { return }
        block.heading(title)
        for change in changes { add(change, &block) }
    }

    private func add(_ change: CaseChange, _ block: inout Block) {
        block.add(change.words, margin: 2)
        for line in change.elements { block.add(line, margin: 4) }
        for event in change.because { block.add("by \(event.sentence)", margin: 4) }
    }

    var sheet: Sheet {
        Sheet(
            columns: ["what", "field", "from", "to", "because", "reasons"],
            rows: difference.changes.map { change in
                [
                    change.place.rawValue, change.field, change.old.cell, change.new.cell,
                    change.because.map(\.reference.description).joined(separator: "; "),
                    change.because.map(\.sentence).joined(separator: "; "),
                ]
            })
    }
}
