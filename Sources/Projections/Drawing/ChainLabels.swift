package import CaseModel

/// The labels of the boxes and arrows of a drawn chain, in lines of at most `width` columns.
///
/// No line can move the cursor or change the reading direction; escaping the syntax of an output
/// format is left to that format.
struct ChainLabels {
    private let registers: Registers
    private let unanswered: Set<EventReference>
    private let width: Int

    init(_ answer: ChainAnswer, width: Int) {
        registers = answer.registers
        unanswered = Set(answer.chain.unanswered)
        self.width = width
    }

    /// When it happened, as precisely as recorded, who acted, what happened, and its name.
    ///
    /// The name is never wrapped, so that it can be copied.
    func lines(on event: Event) -> [String] {
        let paragraphs = [
            event.body.occurred?.phrase ?? "undated",
            registers.names(event.actors(in: .actor)),
            event.headline,
            isUnanswered(event) ? "UNANSWERED" : "",
        ]
        return wrapped(paragraphs) + [event.reference.description]
    }

    /// What is claimed, the delay, who asserts it and who denies it.
    func lines(on arrow: Chain.Arrow) -> [String] {
        let link = arrow.link
        return wrapped([
            link.claim, arrow.delay, link.assertion(registers), link.denial(registers) ?? "",
        ])
    }

    /// Whether it is an act without a response in the chain.
    func isUnanswered(_ event: Event) -> Bool { unanswered.contains(event.reference) }

    private func wrapped(_ paragraphs: [String]) -> [String] {
        paragraphs.flatMap { wrap(oneLine($0), to: width) }.filter { !$0.isEmpty }
    }

    private func oneLine(_ text: String) -> String {
        visible(text.unicodeScalars.map { $0 == "\n" || $0 == "\t" ? " " : $0 })
    }
}

extension ChainLink {
    /// The claim of the link: `RETALIATION: retaliates_for, explicit, likely`,
    /// `«inferred» responds_to (adapts_to), likely`, `only follows`.
    package var claim: String {
        switch stroke {
        case .solid: "\(claimed), explicit\(strength)"
        case .dashed: "«inferred» \(claimed)\(strength)"
        case .dotted where identity.relation != .follows: "only follows, recorded as \(relation)"
        case .dotted where basis == .temporal: "only follows"
        case .dotted: "only follows, \(basis.rawValue)\(strength)"
        }
    }

    /// Who asserts it: `asserted by herald, analyst`; authors that no longer count are marked.
    package func assertion(_ registers: Registers) -> String {
        "asserted by " + assertedBy.map { registers.words($0) }.joined(separator: ", ")
            + (isUnsupported ? ", unsupported" : "")
    }

    /// Who denies it, and where: `DENIED BY Ministry of Economic Affairs (letter)`.
    ///
    /// Nil if nobody does.
    package func denial(_ registers: Registers) -> String? {
        guard !disputedBy.isEmpty else { return nil }
        let denied = disputedBy.map {
            "\(registers.name(of: $0.actor)) (\(registers.words($0.source)))"
        }
        return "DENIED BY " + denied.joined(separator: ", ")
    }

    /// The legal labels given to it:
    /// `called "countermeasure" by Ministry of Economic Affairs (letter)`.
    ///
    /// Nil if there are none.
    package func characterisation(_ registers: Registers) -> String? {
        guard !labels.isEmpty else { return nil }
        let given = labels.map {
            "\"\($0.label)\" by \(registers.name(of: $0.by)) (\(registers.words($0.source)))"
        }
        return "called " + given.joined(separator: ", ")
    }

    private var claimed: String { isRetaliation ? "RETALIATION: retaliates_for" : relation }

    private var relation: String {
        identity.relation.rawValue + (identity.mode.map { " (\($0.rawValue))" } ?? "")
    }

    private var strength: String { likelihood.map { ", \($0.rawValue)" } ?? "" }
}

extension Chain.Arrow {
    /// The delay: `after 3 to 12 days`.
    package var delay: String {
        days == .unknown ? "after an unknown time" : "after \(days.phrase)"
    }
}

extension Chain {
    /// The totals: `2 retaliations in 1 act, depth 2, weakest link likely`.
    package var totals: String {
        let weakest = weakest.map { ", weakest link \($0.rawValue)" } ?? ""
        return "\(counted(retaliations, "retaliation"))\(kinds), depth \(depth)\(weakest)"
    }

    /// The number of events of a case without links: `3 more events without links`.
    ///
    /// Nil if there are none.
    package var remainder: String? {
        let count = nodes.count - drawn.count
        guard count > 0 else { return nil }
        let others = drawn.isEmpty ? "" : " more"
        return count == 1
            ? "1\(others) event without links" : "\(count)\(others) events without links"
    }

    private var kinds: String {
        let acts = acts == 0 ? nil : counted(acts, "act")
        let threats = threats == 0 ? nil : counted(threats, "threat")
        let all = [acts, threats].compactMap(\.self).joined(separator: " and ")
        return all.isEmpty ? "" : " in \(all)"
    }

    private func counted(_ number: Int, _ thing: String) -> String {
        number == 1 ? "1 \(thing)" : "\(number) \(thing)s"
    }
}

/// The mark after the name of a withdrawn source.
package let withdrawnMark = " (withdrawn)"

extension Registers {
    /// The slug of a source, marked if it was withdrawn.
    package func words(_ source: SourceSlug) -> String {
        source.slug.text + (isWithdrawn(source) ? withdrawnMark : "")
    }

    /// The slugs of sources, separated by commas.
    package func words(_ sources: [SourceSlug]) -> String {
        sources.map { words($0) }.joined(separator: ", ")
    }

    /// Who asserts a link: `analyst`, or a source as above.
    package func words(_ author: Asserter) -> String {
        guard case .source(let source) = author else { return author.text }
        return words(source)
    }
}
