public import CaseModel

extension Registers {
    /// The date of the earliest published of `sources`; nil where none is dated.
    public func earliestPublication(of sources: [SourceSlug]) -> EDTFDate? {
        sources.compactMap { self.sources[$0]?.published }
            .min { ByTime(date: $0) < ByTime(date: $1) }
    }

    /// Whether two of `sources` are independent: neither retells the other, nor both a third.
    ///
    /// A source that was withdrawn bears nothing out.
    public func areCorroborating(_ sources: [SourceSlug]) -> Bool {
        guard sources.count > 1 else { return false }
        return Set(sources.filter { !withdrawn.contains($0) }.map(origin)).count > 1
    }

    /// Whether a source was withdrawn: it no longer bears anything out.
    public func isWithdrawn(_ source: SourceSlug) -> Bool { withdrawn.contains(source) }

    /// The source that a source in the end retells: itself, where it retells none.
    func origin(of source: SourceSlug) -> SourceSlug {
        var path: [SourceSlug] = []
        var origin = source
        while !path.contains(origin) {
            path.append(origin)
            guard let retold = sources[origin]?.reports else { return origin }
            origin = retold
        }
        // Sources that retell each other in a circle have one origin, whoever leads into it.
        return path.drop { $0 != origin }.min() ?? origin
    }
}
