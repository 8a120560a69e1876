import CaseModel
import Projections

extension EDTFDate? {
    /// A date in a sentence: as precise as it is known.
    var phrase: String { self?.phrase ?? "undated" }

    /// A date in a table: as it was recorded.
    var cell: String { self?.text ?? "undated" }
}

extension Registers {
    /// Names for people, separated by commas.
    func names(_ actors: some Sequence<ActorSlug>) -> String {
        actors.map { name(of: $0) }.joined(separator: ", ")
    }
}

extension ChainLink {
    /// The link in a line: `responds_to (retaliates_for), explicit, likely`.
    var words: String {
        let mode = identity.mode.map { " (\($0.rawValue))" } ?? ""
        let likelihood = likelihood.map { ", \($0.rawValue)" } ?? ""
        return "\(identity.relation.rawValue)\(mode), \(basis.rawValue)\(likelihood)"
    }

    /// Who asserts and who denies it.
    func voices(_ registers: Registers) -> String {
        let asserted = "asserted by " + assertedBy.map(\.text).joined(separator: ", ")
        let denied = disputedBy.map { "\(registers.name(of: $0.actor)) (\($0.source))" }
        return denied.isEmpty
            ? asserted : asserted + "; DENIED by " + denied.joined(separator: ", ")
    }
}

extension Clocks {
    /// The clocks that were asked, for the end of an answer; empty where none was.
    var phrases: [String] {
        [
            asOf.map { "true as of \($0.phrase)" },
            publishedBy.map { "as published by \($0.phrase)" },
        ].compactMap(\.self)
    }
}

/// What stands beside something that only may have been so by the clocks asked.
let uncertainMark = "not certain"
