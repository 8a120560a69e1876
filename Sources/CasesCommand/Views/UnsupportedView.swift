import CaseModel
import Projections

/// What no source bears out any longer, and what only retellings do, for people: a line each.
struct UnsupportedView {
    let unsupported: [Assertion]
    let retold: [Retold]

    var lines: [String] { lost + resting }

    private var resting: [String] {
        guard !retold.isEmpty else { return [] }
        var block = Block()
        block.add("Supported only by sources that retell what was withdrawn:")
        for thing in retold {
            let sources = thing.sources.map(\.description).joined(separator: ", ")
            block.add("\(thing.assertion.words), by \(sources)", margin: 2)
        }
        return block.lines
    }

    private var lost: [String] {
        guard !unsupported.isEmpty else { return ["Nothing loses its last support."] }
        var block = Block()
        block.add("No longer supported; correct or retract each, or add a source:")
        for thing in unsupported { block.add(thing.words, margin: 2) }
        return block.lines
    }
}

extension Assertion {
    /// What it is, in a line.
    var words: String {
        switch what {
        case .event: "event \(event)"
        case .claim(let field, nil): "claim on \(field) of \(event)"
        case .claim(let field, let added?): "claim \(added) on \(field) of \(event)"
        case .link(let relation, let mode, let to):
            "link \(event) \(relation.rawValue)\(mode.map { " (\($0.rawValue))" } ?? "") \(to)"
        }
    }
}
