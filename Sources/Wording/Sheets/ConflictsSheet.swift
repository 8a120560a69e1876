import CanonicalJSON
import CaseModel
package import Projections

extension ConflictsAnswer {
    /// A row for every claim on a value, and for every lint.
    package var sheet: Sheet {
        Sheet(
            columns: [
                "subject", "attribute", "status", "value", "claims", "event", "source", "at",
                "printed", "quote", "stance", "by", "certain", "summary", "explained_as",
                "explanation",
            ],
            rows: conflicts.conflicts.flatMap(\.cells) + conflicts.lints.map(\.cells))
    }
}

extension Conflict {
    /// Its rows; a value without a source has one row without a claim.
    fileprivate var cells: [[String]] {
        let reason = [summary ?? "", explanation?.as.words ?? "", explanation?.note ?? ""]
        return values.flatMap { value in
            let side = [
                subject.description, attribute, isOpen ? "open" : "explained", value.value.side,
            ]
            guard !value.claims.isEmpty else {
                let noClaim = [String](repeating: "", count: 7)
                return [side + [""] + noClaim + [yesOrNo(isCertain)] + reason]
            }
            return value.claims.map { side + [$0.words(about: self)] + $0.cells + reason }
        }
    }
}

extension Testimony {
    fileprivate var cells: [String] {
        [
            event.description, source.description, claim?.at ?? "", claim?.printed ?? "",
            claim?.quote ?? "", stance?.rawValue ?? "", by?.description ?? "",
            yesOrNo(isCertain),
        ]
    }
}

extension Lint {
    fileprivate var cells: [String] {
        [event.description, kind.words, "lint", detail, "", event.description]
            + [String](repeating: "", count: 10)
    }
}
