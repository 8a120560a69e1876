public import CaseModel

extension Registers {
    /// The date of the earliest published of `sources`; nil where none is dated.
    public func earliestPublication(of sources: [SourceSlug]) -> EDTFDate? {
        sources.compactMap { self.sources[$0]?.published }
            .min { ByTime(date: $0) < ByTime(date: $1) }
    }

    /// Whether two of `sources` are independent: neither retells the other, nor both a third.
    public func areCorroborating(_ sources: [SourceSlug]) -> Bool {
        Set(sources.map(origin)).count > 1
    }

    /// The source that a source in the end retells: itself, where it retells none.
    func origin(of source: SourceSlug) -> SourceSlug {
        var seen: Set<SourceSlug> = []
        var origin = source
        while seen.insert(origin).inserted, let retold = sources[origin]?.reports {
            origin = retold
        }
        // Two sources that retell each other have one origin, whichever of them is asked.
        return sources[origin]?.reports == nil ? origin : seen.min() ?? origin
    }
}
