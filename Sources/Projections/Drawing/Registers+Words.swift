package import CaseModel

/// What stands behind the name of a source that was withdrawn.
package let withdrawnMark = " (withdrawn)"

extension Registers {
    /// A source by its slug, marked where it was withdrawn.
    package func words(_ source: SourceSlug) -> String {
        source.slug.text + (isWithdrawn(source) ? withdrawnMark : "")
    }

    /// Sources by their slugs, separated by commas.
    package func words(_ sources: [SourceSlug]) -> String {
        sources.map { words($0) }.joined(separator: ", ")
    }

    /// Who asserts a link: `analyst`, or a source as above.
    package func words(_ author: Asserter) -> String {
        guard case .source(let source) = author else { return author.text }
        return words(source)
    }
}
