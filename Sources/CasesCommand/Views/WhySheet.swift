import CanonicalJSON
import CaseModel
import Projections

extension WhyAnswer {
    /// A row for every event that has a part in the value.
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
