import CaseModel
import CommandSupport
import Projections
import Wording

extension ChainAnswer {
    /// The chain as a tree for people, from causes to responses.
    var lines: [String] {
        let tree = ChainTree(self).lines
        return tree + (tree.isEmpty ? [] : [""]) + summary
    }

    private var summary: [String] {
        var block = Block()
        if let remainder = chain.remainder { block.add(remainder) }
        block.add(chain.totals)
        if !chain.unanswered.isEmpty {
            block.add("unanswered:")
            for event in chain.unanswered { block.add(event.description, margin: 2) }
        }
        let read = ["as recorded at position \(knownAt)"] + clocks.remarks(registers)
        block.add(read.joined(separator: "; "))
        return block.lines
    }
}

/// Draws a chain: each event is drawn once with all its responses below it; where another path
/// reaches it, only its name is drawn.
///
/// Subtrees that are too deep for the terminal's width are drawn separately below, starting at the
/// margin.
private struct ChainTree {
    private let answer: ChainAnswer
    private let answers: [EventReference: [Chain.Arrow]]
    private let events: [EventReference: Event]
    private let unanswered: Set<EventReference>
    private var drawn: Set<EventReference> = []
    private var later: [Event] = []
    private(set) var lines: [String] = []

    /// Beyond this margin there would be too little room for the text.
    private static var widestMargin: Int { terminalWidth * 9 / 20 }

    init(_ answer: ChainAnswer) {
        self.answer = answer
        answers = Dictionary(grouping: answer.chain.arrows, by: \.link.identity.to)
        events = Dictionary(
            answer.chain.drawn.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
        unanswered = Set(answer.chain.unanswered)
        let answering = Set(answer.chain.arrows.map(\.link.identity.event))
        let roots = answer.chain.drawn.filter { !answering.contains($0.reference) }
        // After the roots, events that are reachable only through cycles are drawn, starting with
        // the earliest.
        for node in roots + answer.chain.drawn { drawTree(from: node) }
    }

    private mutating func drawTree(from root: Event) {
        var roots = [root][...]
        while let root = roots.popFirst() {
            guard !drawn.contains(root.reference) else { continue }
            if !lines.isEmpty { lines.append("") }
            draw(root, margin: "")
            roots += later
            later = []
        }
    }

    private mutating func draw(_ event: Event, margin: String) {
        let title = "\(event.body.occurred.cell)  \(event.reference)"
        guard !drawn.contains(event.reference) else { return write(title + " (above)", margin) }
        guard columns(margin) <= ChainTree.widestMargin else {
            later.append(event)
            return write(title + " (below)", margin)
        }
        drawn.insert(event.reference)
        let isCertain = !answer.chain.uncertain.contains(event.reference)
        let isUnsupported = answer.chain.unsupported.contains(event.reference)
        write(
            title + (isUnsupported ? ", unsupported" : "") + mark(certain: isCertain), margin,
            .heading)
        let below = answers[event.reference] ?? []
        let inner = margin + (below.isEmpty ? "  " : "│ ")
        write(event.headline, inner)
        if unanswered.contains(event.reference) { write("UNANSWERED", inner, .alarm) }
        for (index, arrow) in below.enumerated() {
            draw(arrow, isLast: index == below.count - 1, margin: margin)
        }
    }

    private mutating func draw(_ arrow: Chain.Arrow, isLast: Bool, margin: String) {
        let inner = margin + (isLast ? "   " : "│  ")
        let branch = (isLast ? "└" : "├") + arrow.link.stroke.line
        let claim = "\(arrow.link.claim), \(arrow.delay)\(mark(certain: arrow.isCertain))"
        write(claim, inner, first: margin + branch, arrow.link.isRetaliation ? .alarm : nil)
        let voices = [
            arrow.link.assertion(answer.registers), arrow.link.characterisation(answer.registers),
            arrow.link.denial(answer.registers),
        ]
        let isDenied = !arrow.link.disputedBy.isEmpty
        write(voices.compactMap(\.self).joined(separator: "; "), inner, isDenied ? .alarm : .faint)
        if let event = events[arrow.link.identity.event] { draw(event, margin: inner) }
    }

    /// Writes text with a margin; the first line may have another margin of the same width.
    private mutating func write(
        _ text: String, _ margin: String, first: String? = nil, _ look: Look? = nil
    ) {
        let (text, width) = (plain(text), terminalWidth - columns(margin))
        let wrapped = columns(text) <= width ? [text] : wrap(text, to: width)
        lines.append((first ?? margin) + inked(wrapped[0], look))
        lines += wrapped.dropFirst().map { margin + inked($0, look) }
    }
}

extension LinkStroke {
    /// The line from a cause to its response: solid, dashed, or dotted.
    fileprivate var line: String {
        switch self {
        case .solid: "─ "
        case .dashed: "╌ "
        case .dotted: "┈ "
        }
    }
}
