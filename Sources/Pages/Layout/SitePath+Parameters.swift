package import Casework

/// Two instants of a clock, as they are asked for.
package struct ChangeSpan: Hashable, Sendable {
    /// The name of the clock; `recorded` if it is empty.
    package var clock = ""
    /// The first instant; empty if it is not asked for.
    package var from = ""
    /// The second instant; empty if it is not asked for.
    package var to = ""

    /// Asks for nothing yet.
    package init() {}

    /// The instants; nil if they are not both there.
    ///
    /// - Throws: An error for a clock or instant that does not exist.
    func range() throws(CaseworkError) -> ClockRange? {
        guard !from.isEmpty, !to.isEmpty else { return nil }
        guard let clock = ChosenClock(rawValue: clock.isEmpty ? "recorded" : clock) else {
            throw CaseworkError(
                .usage, "there is no such clock", hint: "occurred, published, recorded")
        }
        return try ClockRange(clock, from: from, to: to)
    }
}

extension SitePath {
    /// The parameters that the page takes in its address, beside the clocks, with their values.
    package var parameters: KeyValuePairs<String, String> {
        switch self {
        case .cases: ["status": "", "year": ""]
        case .narrowed(let facets):
            ["status": facets.status ?? "", "year": facets.year.map(String.init) ?? ""]
        case .search(let text): ["q": text]
        case .log(let before): ["before": before]
        case .why(_, let field): ["field": field]
        case .changes(_, let span): ["clock": span.clock, "from": span.from, "to": span.to]
        default: [:]
        }
    }

    /// The same page with parameters; those that it does not take are left out.
    ///
    /// - Throws: An error for a facet that there cannot be.
    package func taking(_ value: (String) -> String?) throws(CaseworkError) -> SitePath {
        switch self {
        case .cases:
            let facets = try CaseFacets(
                asked: value("status") ?? "", year: value("year") ?? "")
            return facets.status == nil && facets.year == nil ? self : .narrowed(facets)
        case .search: return .search(value("q") ?? "")
        case .log: return .log(value("before") ?? "")
        case .why(let slug, _): return .why(slug, value("field") ?? "")
        case .changes(let slug, _):
            var span = ChangeSpan()
            span.clock = value("clock") ?? ""
            span.from = value("from") ?? ""
            span.to = value("to") ?? ""
            return .changes(slug, span)
        default: return self
        }
    }

    /// Whether the page takes parameters beside the clocks.
    package var isAsked: Bool { !parameters.isEmpty }
}
