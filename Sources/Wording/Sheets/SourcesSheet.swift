import CaseModel
package import Projections

extension SourcesAnswer {
    /// The answer as a table.
    package var sheet: Sheet { isDetailed ? rests : counts }

    private var counts: Sheet {
        Sheet(
            columns: ["source"] + SourceUse.columns + [
                "events", "claims", "links", "events_alone", "claims_alone", "links_alone",
            ],
            rows: sources.map { use in
                [use.slug.slug.text] + use.cells + use.all.cells + use.alone.cells
            })
    }

    private var rests: Sheet {
        Sheet(
            columns: ["source", "what", "alone", "with", "same_origin"] + SourceUse.columns,
            rows: sources.flatMap { use in
                let rests = use.rests.map { rest in
                    [
                        rest.assertion.words, yesOrNo(rest.isAlone),
                        rest.supporters.joined(separator: "; "),
                        rest.sameOrigin.map(\.slug.text).joined(separator: "; "),
                    ]
                }
                // A source that nothing depends on still has a row with its title and date.
                return (rests.isEmpty ? [["", "", "", ""]] : rests).map {
                    [use.slug.slug.text] + $0 + use.cells
                }
            })
    }
}

extension SourceUse {
    /// The columns of `cells`.
    fileprivate static let columns = [
        "title", "publisher", "published", "grade", "reports", "withdrawn",
    ]

    /// The properties of the source.
    fileprivate var cells: [String] {
        [
            source.title ?? "", source.publisher ?? "", source.published?.text ?? "",
            source.grade?.text ?? "", source.reports?.slug.text ?? "", yesOrNo(isWithdrawn),
        ]
    }
}

extension SourceUse.Tally {
    /// The numbers of events, claims and links.
    package var cells: [String] { [events, claims, links].map(String.init) }
}

extension Rest {
    /// The other supporting sources.
    package var supporters: [String] {
        others.map(\.slug.text) + (hasAnalyst ? [Asserter.analyst.text] : [])
    }
}
