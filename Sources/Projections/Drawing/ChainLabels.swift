import CaseModel

/// What stands on the boxes and arrows of a drawn chain, in lines of at most `width` columns.
///
/// Nothing in a line can move a cursor or turn the reading direction; what else a format takes for
/// its own syntax is for that format to escape.
struct ChainLabels {
    private let registers: Registers
    private let unanswered: Set<EventReference>
    private let width: Int

    init(_ answer: ChainAnswer, width: Int) {
        registers = answer.registers
        unanswered = Set(answer.chain.unanswered)
        self.width = width
    }

    /// When it happened, as precisely as that is recorded, who acted, what, and its name.
    ///
    /// The name is never broken, so that it can be copied.
    func lines(on event: Event) -> [String] {
        let paragraphs = [
            event.body.occurred?.phrase ?? "undated",
            registers.names(event.actors(in: .actor)),
            event.headline,
            isUnanswered(event) ? "UNANSWERED" : "",
        ]
        return wrapped(paragraphs) + [event.reference.description]
    }

    /// What is claimed, how long it took, who says so and who denies it.
    func lines(on arrow: Chain.Arrow) -> [String] {
        let link = arrow.link
        return wrapped([
            link.claim, arrow.delay, link.assertion(registers), link.denial(registers) ?? "",
        ])
    }

    /// Whether it is an act that nothing in the chain answers.
    func isUnanswered(_ event: Event) -> Bool { unanswered.contains(event.reference) }

    private func wrapped(_ paragraphs: [String]) -> [String] {
        paragraphs.flatMap { wrap(oneLine($0), to: width) }.filter { !$0.isEmpty }
    }

    private func oneLine(_ text: String) -> String {
        visible(text.unicodeScalars.map { $0 == "\n" || $0 == "\t" ? " " : $0 })
    }
}
