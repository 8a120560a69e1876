import CanonicalJSON
import CaseModel
import Projections
import Wording

extension WhyAnswer: Presentation {
    var pieces: [JSONValue] { why.because.map(\.answer) }

    var lines: [String] {
        var block = Block()
        if let words = why.value.words {
            block.add("\(why.field): \(words)")
        } else {
            block.add(why.field)
            for line in why.value.parts { block.add(line, margin: 2) }
        }
        let read = ["as recorded at position \(knownAt)"] + clocks.remarks(registers)
        block.add("\(slug), \(read.joined(separator: "; "))")
        for reason in why.because { add(reason, to: &block) }
        return block.lines
    }

    private func add(_ reason: Reason, to block: inout Block) {
        let event = reason.event
        let date = event.type.isWorld ? ", \(event.body.occurred.phrase)" : ""
        let value = reason.value?.words.map { ": \($0)" } ?? ""
        block.add("")
        block.add("\(reason.effect.words) by \(event.reference)\(date)\(value)")
        let unsupported = reason.standing.isUnsupported ? ", unsupported" : ""
        let type = event.type.name + unsupported + mark(certain: reason.standing.isCertain)
        block.add([type, event.given].compactMap(\.self).joined(separator: ": "), margin: 2)
        for said in reason.claims { block.add(line(said), margin: 2, .faint) }
        if let why = event.body.noSource { block.add("no source: \(why)", margin: 2) }
        for said in reason.dissent { block.add("DISPUTED: \(line(said))", margin: 2, .alarm) }
        for correction in reason.standing.corrections {
            block.add(correction.words("corrected", registers), margin: 2)
        }
        if let retraction = reason.standing.retraction {
            block.add(retraction.words("retracted", registers), margin: 2)
        }
        for link in reason.links { add(link, to: &block) }
    }

    /// A claim, and whether it is certain under the requested clocks.
    func line(_ said: ValuedClaim) -> String { said.words + mark(certain: said.isCertain) }

    private func add(_ link: ChainLink, to block: inout Block) {
        block.add("\(link.words)\(link.marks): \(link.identity.to)", margin: 2)
        block.add(voices(of: link), margin: 4)
    }

    /// Who asserts a link and who denies it.
    func voices(of link: ChainLink) -> String {
        let authors = link.assertedBy.map { registers.words($0) }.joined(separator: ", ")
        let denials = link.disputedBy.map {
            "\(registers.name(of: $0.actor)) (\(registers.words($0.source)))"
                + Wording.mark(certain: $0.isCertain)
        }
        let denied = denials.isEmpty ? "" : "; DENIED BY \(denials.joined(separator: ", "))"
        return "asserted by \(authors)\(denied)"
    }
}

extension Reason.Effect {
    /// The effect of the event, shown before its name.
    fileprivate var words: String {
        switch self {
        case .set: "set"
        case .overridden, .corrected, .retracted: "\(rawValue), was set"
        case .disputes: "disputed"
        case .adds: "added to"
        case .explains: "explained"
        }
    }
}

extension Event {
    /// Its content in words: its summary, or its reason.
    var given: String? {
        let reason = [givenReason, note].compactMap(\.self).joined(separator: "; ")
        return body.summary ?? (reason.isEmpty ? nil : reason)
    }

    /// A correction or retraction in a line.
    func words(_ what: String, _ registers: Registers) -> String {
        let reason = [givenReason, note].compactMap(\.self).joined(separator: "; ")
        let sources = body.claims.map {
            [registers.words($0.source), $0.at].compactMap(\.self).joined(separator: ", ")
        }
        let said = sources.isEmpty ? "" : " (\(sources.joined(separator: "; ")))"
        return "\(what) by \(reference): \(reason)\(said)"
    }
}

extension WhyAnswer {
    /// A row for every event that contributes to the value.
    var sheet: Sheet {
        Sheet(
            columns: [
                "effect", "event", "type", "occurred", "value", "sources", "corrections", "given",
                "claims", "no_source", "dissent", "corrected", "retracted", "links", "certain",
            ],
            rows: why.because.map { cells($0) + words($0) })
    }

    private func cells(_ reason: Reason) -> [String] {
        [
            reason.effect.rawValue, reason.event.reference.description, reason.event.type.name,
            reason.event.body.occurred?.text ?? "",
            reason.value.map { $0.words ?? $0.line } ?? "",
            list(reason.claims.map(\.claim.source.slug.text)),
            list(reason.standing.corrections.map(\.reference.description)),
        ]
    }

    private func words(_ reason: Reason) -> [String] {
        [
            reason.event.given ?? "", list(reason.claims.map(line)),
            reason.event.body.noSource ?? "", list(reason.dissent.map(line)),
            list(reason.standing.corrections.map { $0.words("corrected", registers) }),
            reason.standing.retraction?.words("retracted", registers) ?? "",
            list(reason.links.map { "\($0.cell), \(voices(of: $0))" }),
            yesOrNo(reason.standing.isCertain),
        ]
    }

    private func list(_ words: [String]) -> String { words.joined(separator: "; ") }
}
