import CaseModel
import Projections

/// What narrows a list of cases down; no facet is every case.
package struct CaseFacets: Hashable, Sendable {
    /// `open` or `closed`; nil for both.
    package let status: String?
    /// The year in which the last event happened, or may have happened; nil for any.
    package let year: Int64?

    /// The given facets.
    package init(status: String? = nil, year: Int64? = nil) {
        (self.status, self.year) = (status, year)
    }

    /// Facets as they are asked for, empty if they are not.
    ///
    /// - Throws: An error for a status or a year that there cannot be.
    package init(asked status: String, year: String) throws(CaseworkError) {
        guard ["", "open", "closed"].contains(status) else {
            throw CaseworkError(.usage, "no case can have that status", hint: "open, closed")
        }
        guard year.isEmpty || Int64(year) != nil else {
            throw CaseworkError(.usage, "that is not a year", hint: "write 2025")
        }
        self.init(status: status.isEmpty ? nil : status, year: Int64(year))
    }
}

extension CaseList {
    /// The cases that have some facets.
    package func narrowed(to facets: CaseFacets) -> CaseList {
        let kept = rows.filter { row in
            (facets.status.map { $0 == row.statusWord } ?? true)
                && (facets.year.map { row.years.contains($0) } ?? true)
        }
        return CaseList(rows: kept, knownAt: knownAt, clocks: clocks)
    }

    /// How many cases there are of each status, open ones first.
    package var countsByStatus: [(status: String, count: Int)] {
        ["open", "closed"].map { status in (status, rows.count { $0.statusWord == status }) }
            .filter { $0.count > 0 }
    }

    /// How many cases had their last event in a year, the last year first.
    ///
    /// A case whose date is vague counts in each year that is possible.
    package var countsByYear: [(year: Int64, count: Int)] {
        var counts: [Int64: Int] = [:]
        for year in rows.flatMap(\.years) { counts[year, default: 0] += 1 }
        return counts.sorted { $0.key > $1.key }.map { ($0.key, $0.value) }
    }
}

extension CaseList.Row {
    /// Whether the case is open, in a word.
    package var statusWord: String { isOpen ? "open" : "closed" }

    /// The years in which the last event may have happened; none if there are too many to tell
    /// anything.
    fileprivate var years: [Int64] {
        guard let first = lastDate?.earliest?.year, let last = lastDate?.latest?.year,
            last >= first, last - first < 10
        else { return [] }
        return Array(first...last)
    }
}
