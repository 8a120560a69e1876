import CanonicalJSON
public import CaseModel

extension JSONObject {
    /// The answer with the clocks that were asked, and the undated sources that one of them had to
    /// place by the day on which they were recorded.
    func answered(by clocks: Clocks, _ registers: Registers) -> JSONObject {
        var answer = self
        answer["as_of"] = clocks.asOf.map { .string($0.text) }
        answer["published_by"] = clocks.publishedBy.map { .string($0.text) }
        if clocks.publishedBy != nil {
            answer["undated_sources"] = .strings(registers.undatedSources.map(\.slug.text))
        }
        return answer
    }

    /// A row that only may be so by the clocks, marked; a certain one as it is.
    func marked(certain isCertain: Bool) -> JSONValue {
        var row = self
        if !isCertain { row["certain"] = false }
        return .object(row)
    }
}

extension Registers {
    /// The sources that bear no date, in order of their slugs.
    public var undatedSources: [SourceSlug] {
        sources.filter { $0.value.published == nil }.map(\.key).sorted()
    }
}
