import CaseModel

extension ChainAnswer {
    /// The chain as a directed graph in Graphviz's DOT language, from causes to answers.
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

    /// Lines set flush left, as `\l` ends them.
    private func label(_ lines: [String]) -> String {
        "label=\"" + lines.map { dotEscaped($0) + #"\l"# }.joined() + "\""
    }
}

/// Text for a double-quoted string of DOT.
///
/// A quotation mark would end it, a backslash begins an escape, and labels know HTML's entities.
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
