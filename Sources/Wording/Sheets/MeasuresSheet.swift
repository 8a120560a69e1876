import CaseModel
package import Projections

extension MeasuresAnswer {
    /// The answer as a table.
    package var sheet: Sheet {
        Sheet(
            columns: [
                "measure", "name", "kind", "direction", "status", "how", "since", "until",
                "until_passed", "effective", "enforced", "enforced_until", "by", "on",
                "jurisdiction", "instrument", "perhaps", "part_of", "scope", "citations", "cases",
                "certain", "set_by",
            ],
            rows: measures.map(row))
    }

    private func row(_ measure: KnownMeasure) -> [String] {
        let (life, register) = (measure.life, measure.register)
        let direction = life?.direction ?? register?.direction ?? register?.kind.direction
        return [
            measure.slug.text, register?.name ?? "",
            (life?.kind ?? register?.kind)?.rawValue ?? "", direction?.rawValue ?? "",
            life?.status.word ?? "", life?.status.how?.rawValue ?? "", life?.since?.text ?? "",
            life?.until?.text ?? "", (life?.hasUntilPassed ?? false) ? "yes" : "",
            life?.effective?.text ?? "", life.map { $0.isEnforced ? "yes" : "no" } ?? "",
            life?.enforcedUntil?.text ?? "", (life?.by ?? []).words, (life?.on ?? []).words,
            (life?.jurisdiction ?? register?.jurisdiction)?.slug.text ?? "",
            life?.instrument ?? "",
            (life?.perhaps ?? []).map { "\($0.words) (\($0.setBy))" }.joined(separator: "; "),
            register?.partOf?.text ?? "",
            (register?.scope ?? []).map { "\($0.scheme) \($0.code)" }.joined(separator: "; "),
            (register?.citations ?? []).map { "\($0.scheme): \($0.reference)" }
                .joined(separator: "; "),
            measure.cases.words, (life?.isCertain ?? true) ? "yes" : "no",
            life?.setBy.description ?? "",
        ]
    }
}

extension Array where Element: CustomStringConvertible {
    /// The elements separated by commas.
    package var words: String { map(\.description).joined(separator: ", ") }
}
