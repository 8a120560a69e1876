import CanonicalJSON
package import CaseModel
package import Projections

extension EDTFDate? {
    /// A date for use in a sentence, no more precise than it is known.
    package var phrase: String { self?.phrase ?? "undated" }

    /// A date for use in a table, as recorded.
    package var cell: String { self?.text ?? "undated" }
}

extension ChainLink {
    /// The link in a line: `responds_to (retaliates_for), explicit, likely`.
    package var words: String {
        let mode = identity.mode.map { " (\($0.rawValue))" } ?? ""
        let likelihood = likelihood.map { ", \($0.rawValue)" } ?? ""
        return "\(identity.relation.rawValue)\(mode), \(basis.rawValue)\(likelihood)"
    }
}

extension ChainLink {
    /// What the later event does to the earlier one, in words: `retaliates for`.
    package var verb: String {
        if let mode = identity.mode { return mode.rawValue.replacing("_", with: " ") }
        return switch identity.relation {
        case .respondsTo: "responds to"
        case .pressuredBy: "came under pressure from"
        case .enabledBy: "was enabled by"
        case .circumvents, .supersedes, .implements: identity.relation.rawValue
        case .follows: "only follows"
        }
    }
}

extension ChainLink {
    /// Remarks on a link that is not effective or not certain; empty if neither applies.
    package var marks: String { flaws + mark(certain: isCertain) }

    /// Remarks on a link that is not effective: it joins a retracted event, or has lost its
    /// support.
    package var flaws: String {
        (isUnsupported ? ", unsupported" : "")
            + (restsOnRetracted ? ", rests on a retracted event" : "")
    }

    /// The link in a cell: `responds_to acme/seizure (retaliates_for, explicit, likely)`.
    package var cell: String {
        let strength = [identity.mode?.rawValue, basis.rawValue, likelihood?.rawValue]
        let words = strength.compactMap(\.self).joined(separator: ", ") + marks
        return "\(identity.relation.rawValue) \(identity.to) (\(words))"
    }
}

/// A truth value for a cell.
package func yesOrNo(_ isSo: Bool) -> String { isSo ? "yes" : "no" }

extension Clocks {
    /// The requested clocks, for the end of an answer; empty if there are none.
    package var phrases: [String] {
        [
            asOf.map { "true as of \($0.phrase)" },
            publishedBy.map { "as published by \($0.phrase)" },
        ].compactMap(\.self)
    }

    /// The requested clocks, the sources that they could not place exactly, merged actors that are
    /// shown under another name, and withdrawn sources.
    package func remarks(_ registers: Registers) -> [String] {
        let merged = registers.mergedActors.map { "\($0.actor) into \($0.into)" }
        let withdrawn = registers.withdrawnSources.map(\.description)
        return phrases + published(registers) + Clocks.remark("merged", merged)
            + Clocks.remark("withdrawn", withdrawn) + registers.erased.map(\.sentence)
    }

    private func published(_ registers: Registers) -> [String] {
        guard let day = publishedBy else { return [] }
        let undated = registers.undatedSources.map(\.description)
        let doubtful = registers.sources(doubtfulBy: day).map(\.description)
        return Clocks.remark("undated, counted from the day of recording", undated)
            + Clocks.remark("perhaps not published by then", doubtful)
    }

    private static func remark(_ words: String, _ names: [String]) -> [String] {
        names.isEmpty ? [] : ["\(words): \(names.joined(separator: ", "))"]
    }
}

/// The mark for what is only possible under the requested clocks.
package let uncertainMark = "not certain"

/// The mark after a comma; empty if it is certain.
package func mark(certain isCertain: Bool) -> String { isCertain ? "" : ", \(uncertainMark)" }

extension ValuedClaim {
    /// The claim in a line: `letter-2031-04-10, page 2, denies occurred, says 2031-04-03, “…”`.
    package var words: String {
        let stance = (claim.stance?.rawValue).map { stance in
            [stance, field?.path, claim.by.map { "by \($0)" }].compactMap(\.self)
        }
        let says = value.map { "says \($0.string ?? $0.line) of \(field?.path ?? "the event")" }
        let parts = [
            claim.source.slug.text + (isWithdrawn ? withdrawnMark : ""), claim.at,
            stance?.joined(separator: " "), says,
            claim.printed.map { "“\($0)”" }, claim.grade?.text,
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }

    /// The same with the passage that it quotes, and the page where that stands.
    package var wordsWithQuote: String {
        let page = claim.span?.page.map { "on page \($0.number)" }
        let quote = claim.quote.map { "quotes “\($0)”" }
        return [words, quote, page].compactMap(\.self).joined(separator: ", ")
    }
}

extension Assertion {
    /// What it is, in a line.
    package var words: String {
        switch what {
        case .event: "event \(event)"
        case .claim(let field, nil): "claim on \(field) of \(event)"
        case .claim(let field, let added?): "claim \(added) on \(field) of \(event)"
        case .link(let relation, let mode, let to):
            "link \(event) \(relation.rawValue)\(mode.map { " (\($0.rawValue))" } ?? "") \(to)"
        }
    }
}

/// What stands for the title of a case whose opening was erased: every other one has a title.
package let erasedTitle = "(title erased)"
