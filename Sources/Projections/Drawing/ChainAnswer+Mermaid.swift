import CaseModel

extension ChainAnswer {
    /// The chain as a flowchart of Mermaid, from causes to answers, a line each.
    ///
    /// Mermaid itself breaks lines that are much wider.
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

    /// Mermaid has one dotted line only; the rest is said of a line by its number.
    private var looks: [String] {
        let ofLines = chain.arrows.enumerated().compactMap { number, arrow in
            arrow.link.mermaidLook.map { "linkStyle \(number) \($0)" }
        }
        return ofLines + (chain.unanswered.isEmpty ? [] : ["classDef unanswered stroke-width:4px"])
    }
}

extension EventReference {
    /// A name that is no word of Mermaid's and no other event's.
    ///
    /// Slugs have no underscore and never two hyphens in a row or one at an end, so `_`, `__` and
    /// `___` can be told apart and each reference keeps a name of its own.
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
