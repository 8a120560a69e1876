import CanonicalJSON
package import CaseModel
package import Projections

/// An event that a value rests on, in words.
package struct ReasonText: Sendable {
    /// A line below the title.
    package struct Line: Sendable {
        /// How a line differs from the others.
        package enum Look: Sendable {
            case faint, alarm
        }

        /// The text.
        package let text: String
        /// How deep it belongs, from 1.
        package let depth: Int
        /// How it differs from other lines; nil if it does not.
        package let look: Look?
    }

    /// The event.
    package let event: EventReference
    /// What it did to the value.
    package let title: String
    /// Who says so, who denies it, and what corrected it.
    package private(set) var lines: [Line] = []

    fileprivate init(_ event: EventReference, _ title: String) {
        (self.event, self.title) = (event, title)
    }

    fileprivate mutating func add(_ text: String, depth: Int = 1, _ look: Line.Look? = nil) {
        lines.append(Line(text: text, depth: depth, look: look))
    }
}

extension WhyAnswer {
    /// The events that the value rests on, in words.
    package var reasons: [ReasonText] { why.because.map(text) }

    private func text(_ reason: Reason) -> ReasonText {
        let event = reason.event
        let date = event.type.isWorld ? ", \(event.body.occurred.phrase)" : ""
        let value = reason.value?.words.map { ": \($0)" } ?? ""
        var text = ReasonText(
            event.reference, "\(reason.effect.words) by \(event.reference)\(date)\(value)")
        let unsupported = reason.standing.isUnsupported ? ", unsupported" : ""
        let type = event.type.name + unsupported + mark(certain: reason.standing.isCertain)
        text.add([type, event.given].compactMap(\.self).joined(separator: ": "))
        for said in reason.claims { text.add(line(said), .faint) }
        if let why = event.body.noSource { text.add("no source: \(why)") }
        for said in reason.dissent { text.add("DISPUTED: \(line(said))", .alarm) }
        for correction in reason.standing.corrections {
            text.add(correction.words("corrected", registers))
        }
        if let retraction = reason.standing.retraction {
            text.add(retraction.words("retracted", registers))
        }
        for link in reason.links { add(link, to: &text) }
        return text
    }

    /// A claim, and whether it is certain under the requested clocks.
    package func line(_ said: ValuedClaim) -> String { said.words + mark(certain: said.isCertain) }

    private func add(_ link: ChainLink, to text: inout ReasonText) {
        text.add("\(link.words)\(link.marks): \(link.identity.to)")
        text.add(voices(of: link), depth: 2)
    }

    /// Who asserts a link and who denies it.
    package func voices(of link: ChainLink) -> String {
        let authors = link.assertedBy.map { registers.words($0) }.joined(separator: ", ")
        let denials = link.disputedBy.map {
            "\(registers.name(of: $0.actor)) (\(registers.words($0.source)))"
                + mark(certain: $0.isCertain)
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
    package var given: String? {
        let reason = [givenReason, note].compactMap(\.self).joined(separator: "; ")
        return body.summary ?? (reason.isEmpty ? nil : reason)
    }

    /// A correction or retraction in a line.
    package func words(_ what: String, _ registers: Registers) -> String {
        let reason = [givenReason, note].compactMap(\.self).joined(separator: "; ")
        let sources = body.claims.map {
            [registers.words($0.source), $0.at].compactMap(\.self).joined(separator: ", ")
        }
        let said = sources.isEmpty ? "" : " (\(sources.joined(separator: "; ")))"
        return "\(what) by \(reference): \(reason)\(said)"
    }
}
