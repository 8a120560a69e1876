import CaseModel
import Projections

extension ChainAnswer {
    /// The chain as a tree for people, from causes to answers.
    var lines: [String] {
        ChainTree(self).lines + [""] + summary
    }

    private var summary: [String] {
        let weakest = chain.weakest.map { ", weakest link \($0.rawValue)" } ?? ""
        let retaliations =
            chain.retaliations == 1 ? "1 retaliation" : "\(chain.retaliations) retaliations"
        var block = Block()
        block.add("\(retaliations), depth \(chain.depth)\(weakest)")
        if !chain.unanswered.isEmpty {
            block.add("unanswered:")
            for event in chain.unanswered { block.add(event.description, margin: 2) }
        }
        return block.lines
    }
}

/// Draws a chain: each event once with everything that answers it below; where a second path comes
/// to it, only its name.
private struct ChainTree {
    private let answer: ChainAnswer
    private let answers: [EventReference: [Chain.Arrow]]
    private var drawn: Set<EventReference> = []
    private(set) var lines: [String] = []

    init(_ answer: ChainAnswer) {
        self.answer = answer
        answers = Dictionary(grouping: answer.chain.arrows, by: \.link.identity.to)
        let answering = Set(answer.chain.arrows.map(\.link.identity.event))
        let roots = answer.chain.nodes.filter { !answering.contains($0.reference) }
        // Behind the roots, what only goes in circles begins with its earliest event.
        for node in roots + answer.chain.nodes where !drawn.contains(node.reference) {
            if !lines.isEmpty { lines.append("") }
            draw(node, first: "", rest: "")
        }
    }

    private mutating func draw(_ event: Event, first: String, rest: String) {
        let title = "\(event.body.occurred.cell)  \(event.reference)"
        guard drawn.insert(event.reference).inserted else {
            lines.append(first + title + " (above)")
            return
        }
        lines.append(first + title)
        let below = answers[event.reference] ?? []
        let bar = below.isEmpty ? "  " : "│ "
        write(event.body.summary ?? "", margin: rest + bar)
        for (index, arrow) in below.enumerated() {
            draw(arrow, isLast: index == below.count - 1, margin: rest)
        }
    }

    private mutating func draw(_ arrow: Chain.Arrow, isLast: Bool, margin: String) {
        let inner = margin + (isLast ? "   " : "│  ")
        lines.append(margin + (isLast ? "└─ " : "├─ ") + arrow.words)
        write(arrow.link.voices(answer.registers), margin: inner)
        guard
            let event = answer.chain.nodes.first(where: {
                $0.reference == arrow.link.identity.event
            })
        else { return }
        draw(event, first: inner, rest: inner)
    }

    private mutating func write(_ text: String, margin: String) {
        let width = max(terminalWidth - columns(margin), 20)
        lines += wrap(plain(text), to: width).map { margin + $0 }
    }
}

extension Chain.Arrow {
    /// The link and the time that it took.
    fileprivate var words: String {
        let days = days == .unknown ? "after an unknown time" : "after \(days.phrase)"
        return "\(link.words), \(days)"
    }
}
