import CanonicalJSON
import CaseModel
import CommandSupport
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
        for reason in reasons {
            block.add("")
            block.add(reason.title)
            for line in reason.lines {
                block.add(
                    line.text, margin: 2 * line.depth,
                    line.look.map { $0 == .alarm ? .alarm : .faint })
            }
        }
        return block.lines
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
