import CaseModel
import Projections

/// What no source bears out any longer, for people: a line each.
struct UnsupportedView {
    let unsupported: [Assertion]

    var lines: [String] {
        guard !unsupported.isEmpty else { return ["Nothing loses its last support."] }
        var block = Block()
        block.add("Without support since then, to be corrected, retracted or sourced anew:")
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
