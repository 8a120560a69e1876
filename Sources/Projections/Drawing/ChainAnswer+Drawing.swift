import CaseModel

extension ChainAnswer {
    /// The chain as a directed graph in Graphviz's DOT language, from causes to responses.
    public var dot: [String] {
        let labels = ChainLabels(self, width: 40)
        let nodes = chain.drawn.map { event in
            let frame = labels.isUnanswered(event) ? ", peripheries=2" : ""
            return "    \(name(of: event.reference)) [\(label(labels.lines(on: event)))\(frame)]"
        }
        let edges = chain.arrows.map { arrow in
            let ends = [arrow.link.identity.to, arrow.link.identity.event].map(name)
            let look = arrow.link.dotLook + ", " + label(labels.lines(on: arrow))
            return "    \(ends.joined(separator: " -> ")) [\(look)]"
        }
        return ["digraph chain {"] + remarks + settings + nodes + edges + ["}"]
    }

    private var remarks: [String] {
        [chain.totals, chain.remainder].compactMap(\.self).map { "    // \($0)" }
    }

    private var settings: [String] {
        [
            "    rankdir=LR",
            #"    node [shape=box, fontname="sans-serif"]"#,
            #"    edge [fontname="sans-serif", fontsize=11]"#,
        ]
    }

    private func name(of event: EventReference) -> String { "\"\(dotEscaped(event.description))\"" }

    /// A label of left-aligned lines, each ended by `\l`.
    private func label(_ lines: [String]) -> String {
        "label=\"" + lines.map { dotEscaped($0) + #"\l"# }.joined() + "\""
    }
}

/// The text escaped for a double-quoted string of DOT.
///
/// A quotation mark would end the string, a backslash begins an escape, and labels process HTML
/// entities.
private func dotEscaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
        switch scalar {
        case "\"", "\\": "\\\(scalar)"
        case "&": "&amp;"
        default: String(scalar)
        }
    }.joined()
}

extension ChainLink {
    fileprivate var dotLook: String {
        let retaliation = isRetaliation ? ", color=firebrick, penwidth=2.5" : ""
        return switch stroke {
        case .solid: "style=solid" + retaliation
        case .dashed: "style=dashed" + retaliation
        case .dotted: "style=dotted, color=gray50, fontcolor=gray40"
        }
    }
}

extension ChainAnswer {
    /// The chain as a Mermaid flowchart, from causes to responses, one line of source per element.
    ///
    /// Mermaid itself wraps labels that are much wider.
    public var mermaid: [String] {
        let labels = ChainLabels(self, width: 26)
        let nodes = chain.drawn.map { event in
            let look = labels.isUnanswered(event) ? ":::unanswered" : ""
            return "\(event.reference.mermaidID)[\(mermaidLabel(labels.lines(on: event)))]\(look)"
        }
        let arrows = chain.arrows.map { arrow in
            let (from, to) = (arrow.link.identity.to, arrow.link.identity.event)
            let line = "\(arrow.link.mermaidLine)|\(mermaidLabel(labels.lines(on: arrow)))|"
            return "\(from.mermaidID) \(line) \(to.mermaidID)"
        }
        let remarks = [chain.totals, chain.remainder].compactMap(\.self).map { "%% \($0)" }
        let statements = remarks + nodes + arrows + looks
        return ["flowchart LR"] + statements.map { "    " + $0 }
    }

    /// Mermaid has only one dotted line style; other styles are assigned by link number.
    private var looks: [String] {
        let ofLines = chain.arrows.enumerated().compactMap { number, arrow in
            arrow.link.mermaidLook.map { "linkStyle \(number) \($0)" }
        }
        return ofLines + (chain.unanswered.isEmpty ? [] : ["classDef unanswered stroke-width:4px"])
    }
}

extension EventReference {
    /// An identifier that is not a Mermaid keyword and is unique to the event.
    ///
    /// Slugs have no underscore, no double hyphen, and no hyphen at an end, so `_`, `__` and `___`
    /// are unambiguous and distinct references get distinct identifiers.
    fileprivate var mermaidID: String {
        let scalars = description.unicodeScalars.map { scalar in
            switch scalar {
            case "-": "_"
            case "/": "__"
            case "#": "___"
            default: String(scalar)
            }
        }
        return "e_" + scalars.joined()
    }
}

extension ChainLink {
    fileprivate var mermaidLine: String {
        switch stroke {
        case .solid: isRetaliation ? "==>" : "-->"
        case .dashed, .dotted: "-.->"
        }
    }

    fileprivate var mermaidLook: String? {
        let retaliation = isRetaliation ? ["stroke:firebrick", "stroke-width:3px"] : []
        let look =
            switch stroke {
            case .solid: retaliation
            case .dashed: retaliation + ["stroke-dasharray:8 4"]
            case .dotted: ["stroke:gray", "color:gray", "stroke-dasharray:1 5"]
            }
        return look.isEmpty ? nil : look.joined(separator: ",")
    }
}

/// Lines as a quoted Mermaid label that renders literally, whatever its content.
///
/// Mermaid parses a label several times: for its own syntax, for Markdown and for HTML. Therefore
/// everything except letters, digits and some harmless punctuation is written as a character
/// reference such as `#34;`, which it resolves last.
func mermaidLabel(_ lines: [String]) -> String {
    "\"" + lines.map(mermaidEscaped).joined(separator: "<br/>") + "\""
}

private func mermaidEscaped(_ line: String) -> String {
    let scalars = Array(line.unicodeScalars)
    let escaped = scalars.indices.map { index in
        let isPlain = scalars[index].isPlain(
            after: index > 0 ? scalars[index - 1] : nil,
            before: index + 1 < scalars.count ? scalars[index + 1] : nil)
        return isPlain ? String(scalars[index]) : "#\(scalars[index].value);"
    }
    // Its lexer treats a line as a statement if it contains `direction LR` anywhere, quoted or not.
    return escaped.joined().replacing("direction ", with: "direction#32;")
}

extension Unicode.Scalar {
    /// Whether it has no special meaning in Mermaid or Markdown in this context: a hyphen inside a
    /// word begins neither a list nor an arrow, a full stop after a word neither a list nor an
    /// address.
    fileprivate func isPlain(after previous: Unicode.Scalar?, before next: Unicode.Scalar?) -> Bool
    {
        switch self {
        case " ", ",", "(": true
        case ")": previous?.isLetter ?? false
        case ".": (previous?.isLetter ?? false) && (next ?? " ") == " "
        case "-", "_", "/", "'": previous?.isAlphanumeric ?? false && next?.isAlphanumeric ?? false
        default: isAlphanumeric
        }
    }

    private var isLetter: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark:
            true
        default: false
        }
    }

    private var isAlphanumeric: Bool { isLetter || properties.generalCategory == .decimalNumber }
}

/// The line style of a link, so that claims and mere sequence look different in every drawing.
package enum LinkStroke: Sendable {
    /// A source states that one led to the other.
    case solid
    /// The analyst concludes it.
    case dashed
    /// Only the order in time: one came after the other.
    case dotted
}

extension ChainLink {
    /// The line style: a link that claims no more than an order in time is dotted, whatever its
    /// basis.
    package var stroke: LinkStroke {
        guard identity.relation != .follows else { return .dotted }
        return switch basis {
        case .explicit: .solid
        case .inferred: .dashed
        case .temporal: .dotted
        }
    }
}
