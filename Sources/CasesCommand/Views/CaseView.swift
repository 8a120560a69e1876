import CanonicalJSON
import CaseModel
import CommandSupport
import Projections
import Wording

extension CaseAnswer: Presentation {
    var pieces: [JSONValue] { [json] }

    var lines: [String] {
        var block = Block()
        block.add(state.title ?? erasedTitle, .heading)
        let status = state.isOpen ? "open" : "closed"
        let read = ["as recorded at position \(knownAt)"] + clocks.remarks(registers)
        block.add("\(state.slug), \(status), \(read.joined(separator: "; "))")
        for section in sections { add(section, &block) }
        if let last = state.lastEvent {
            block.heading("LAST EVENT")
            block.add(last.description, margin: 2)
        }
        return block.lines
    }

    private func add(_ section: StateSection, _ block: inout Block) {
        block.heading(section.heading.uppercased())
        for row in section.rows {
            block.add(row.title, margin: 2)
            if row.isShort, let setBy = row.setBy {
                block.add((row.facts + [setBy.words]).joined(separator: "; "), margin: 4)
            } else {
                for fact in row.facts {
                    block.add(fact, margin: 4, section.isAlarming ? .alarm : nil)
                }
                if let setBy = row.setBy { block.add(setBy.words, margin: 4, .faint) }
            }
            for change in row.perhaps {
                block.add("\(change.words) (\(change.event))", margin: 4)
            }
        }
    }
}

/// Text in blocks, each wrapped to its own margin.
struct Block {
    private(set) var lines: [String] = []

    /// Adds a heading with an empty line before it.
    mutating func heading(_ text: String) {
        if !lines.isEmpty { lines.append("") }
        add(text, .heading)
    }

    /// Adds text indented by a number of columns.
    mutating func add(_ text: String, margin: Int = 0, _ look: Look? = nil) {
        let indent = String(repeating: " ", count: margin)
        lines += wrap(plain(text), to: terminalWidth - margin).map {
            (indent + inked($0, look)).trimmedAtEnd
        }
    }

    /// Adds the position that an answer was read at, its clocks, and remarks on them.
    mutating func addReading(_ knownAt: Int64, _ clocks: Clocks, _ registers: Registers) {
        add([""])
        let read = ["as recorded at position \(knownAt)"] + clocks.remarks(registers)
        add(read.joined(separator: "; "))
    }

    /// Adds sections of an outline.
    mutating func add(_ sections: [Outline.Section]) {
        for section in sections {
            heading(section.heading.uppercased())
            for line in section.lines {
                add(line.text, margin: 2 * line.depth, line.isFaint ? .faint : nil)
            }
        }
    }

    /// Adds lines as they are.
    mutating func add(_ more: [String]) { lines += more }
}
