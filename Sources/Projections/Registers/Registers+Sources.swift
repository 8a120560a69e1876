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
    func origin(of source: SourceSlug) -> SourceSlug { origins[source] ?? source }
}

extension [SourceSlug: SourceCaptured] {
    /// The source that each of them in the end retells.
    ///
    /// Sources that retell each other in a circle have one origin, whichever source leads into it: the first by
    /// its slug. Each source is gone through once.
    func origins() -> [SourceSlug: SourceSlug] {
        var origins: [SourceSlug: SourceSlug] = [:]
        for source in keys where origins[source] == nil {
            let (path, origin) = path(from: source, known: origins)
            for retelling in path { origins[retelling] = origin }
        }
        return origins
    }

    /// The sources that retell one another from `source` on, up to one of a known origin, and where
    /// they lead.
    private func path(
        from source: SourceSlug, known: [SourceSlug: SourceSlug]
    ) -> (path: [SourceSlug], origin: SourceSlug) {
        var path: [SourceSlug] = []
        var places: [SourceSlug: Int] = [:]
        var last = source
        while true {
            if let origin = known[last] { return (path, origin) }
            if let start = places[last] { return (path, path[start...].min() ?? last) }
            places[last] = path.count
            path.append(last)
            guard let retold = self[last]?.reports else { return (path, last) }
            last = retold
        }
    }
}
