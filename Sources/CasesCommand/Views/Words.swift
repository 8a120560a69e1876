import CanonicalJSON
import CaseModel
import Projections

extension EDTFDate? {
    /// A date for use in a sentence, no more precise than it is known.
    var phrase: String { self?.phrase ?? "undated" }

    /// A date for use in a table, as recorded.
    var cell: String { self?.text ?? "undated" }
}

extension ChainLink {
    /// The link in a line: `responds_to (retaliates_for), explicit, likely`.
    var words: String {
        let mode = identity.mode.map { " (\($0.rawValue))" } ?? ""
        let likelihood = likelihood.map { ", \($0.rawValue)" } ?? ""
        return "\(identity.relation.rawValue)\(mode), \(basis.rawValue)\(likelihood)"
    }
}

extension ChainLink {
    /// Remarks on a link that is not effective or not certain; empty if neither applies.
    var marks: String { flaws + mark(certain: isCertain) }

    /// Remarks on a link that is not effective: it joins a retracted event, or has lost its
    /// support.
    var flaws: String {
        (isUnsupported ? ", unsupported" : "")
            + (restsOnRetracted ? ", rests on a retracted event" : "")
    }

    /// The link in a cell: `responds_to acme/seizure (retaliates_for, explicit, likely)`.
    var cell: String {
        let strength = [identity.mode?.rawValue, basis.rawValue, likelihood?.rawValue]
        let words = strength.compactMap(\.self).joined(separator: ", ") + marks
        return "\(identity.relation.rawValue) \(identity.to) (\(words))"
    }
}

/// A truth value for a cell.
func yesOrNo(_ isSo: Bool) -> String { isSo ? "yes" : "no" }

extension Clocks {
    /// The requested clocks, for the end of an answer; empty if there are none.
    var phrases: [String] {
        [
            asOf.map { "true as of \($0.phrase)" },
            publishedBy.map { "as published by \($0.phrase)" },
        ].compactMap(\.self)
    }

    /// The requested clocks, the sources that they could not place exactly, merged actors that are
    /// shown under another name, and withdrawn sources.
    func remarks(_ registers: Registers) -> [String] {
        let merged = registers.mergedActors.map { "\($0.actor) into \($0.into)" }
        let withdrawn = registers.withdrawnSources.map(\.description)
        return phrases + published(registers) + Clocks.remark("merged", merged)
            + Clocks.remark("withdrawn", withdrawn)
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
let uncertainMark = "not certain"

/// The mark after a comma; empty if it is certain.
func mark(certain isCertain: Bool) -> String { isCertain ? "" : ", \(uncertainMark)" }

extension ValuedClaim {
    /// The claim in a line: `letter-2031-04-10, page 2, denies occurred, says 2031-04-03, “…”`.
    var words: String {
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
}

extension JSONValue {
    /// A value of an answer in a few words: a date or quantity as written, or a text; nil if it has
    /// parts.
    var words: String? {
        switch self {
        case .null: "nothing"
        case .string(let text): text
        case .bool(let isSo): isSo ? "yes" : "no"
        case .integer: line
        case .object(let members): members.words
        case .array(let elements): elements.isEmpty ? "nothing" : JSONValue.list(elements)
        }
    }

    /// The parts of a value, one per line, with a blank line between the rows of a list.
    var parts: [String] {
        switch self {
        case .object(let members):
            members.members.map { "\($0.name): \($0.value.words ?? $0.value.line)" }
        case .array(let elements):
            Array(elements.map { $0.words.map { [$0] } ?? $0.parts }.joined(separator: [""]))
        default: [words ?? line]
        }
    }

    private static func list(_ elements: [JSONValue]) -> String? {
        let words = elements.compactMap(\.words)
        return words.count == elements.count ? words.joined(separator: ", ") : nil
    }
}

extension JSONObject {
    /// A date, quantity, link, participant or claim in one line; nil for anything else.
    fileprivate var words: String? {
        if let date = self["edtf"] { return date.string ?? "undated" }
        if self["relation"] != nil { return link + doubt }
        if let role = self["role"]?.string, let actor = self["actor"]?.string {
            return "\(role) \(actor)"
        }
        if self["source"] != nil, self["set_by"] == nil { return claim + doubt }
        return self["printed"]?.string.map { "“\($0)”" }
    }

    private var link: String {
        let mode = self["mode"]?.string.map { " (\($0))" } ?? ""
        let relation = "\(self["relation"]?.string ?? "")\(mode)"
        let rest = ["basis", "likelihood"].compactMap { self[$0]?.string }
        let first = ([relation] + rest).joined(separator: ", ") + ": \(self["to"]?.string ?? "")"
        let authors = (self["asserted_by"]?.array ?? []).compactMap(\.string)
        let denials = (self["disputed_by"]?.array ?? []).compactMap(\.object).map(\.denial)
        let denied = denials.isEmpty ? [] : ["DENIED BY \(denials.joined(separator: ", "))"]
        let asserted = "asserted by \(authors.joined(separator: ", "))"
        let fallen =
            (self["unsupported"] == nil ? [] : ["unsupported"])
            + (self["rests_on_retracted"] == nil ? [] : ["rests on a retracted event"])
        return ([first, asserted] + denied + fallen).joined(separator: "; ")
    }

    private var denial: String {
        "\(self["actor"]?.string ?? "") (\(self["source"]?.string ?? ""))" + doubt
    }

    private var doubt: String { mark(certain: self["certain"] == nil) }

    private var claim: String {
        let stance = ["stance", "field"].compactMap { self[$0]?.string }.joined(separator: " ")
        let says = self["value"].map { "says \($0.words ?? $0.line)" }
        let parts = [self["source"]?.string, self["at"]?.string, stance, says]
        return parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
