public import CaseModel

/// One thing that rests on a source, and who else bears it out.
public struct Rest: Hashable, Sendable {
    /// What rests on it.
    public let assertion: Assertion
    /// The sources that bear it out as well and are independent, in order of their slugs.
    public let others: [SourceSlug]
    /// The sources that bear it out as well, but retell the same origin, in order of their slugs.
    public let sameOrigin: [SourceSlug]
    /// Whether an analyst says so too.
    public let hasAnalyst: Bool

    /// Whether nobody else bears it out: who only retells the same is nobody else.
    public var isAlone: Bool { others.isEmpty && !hasAnalyst }
}

extension Support {
    /// What rests on a source, in order of recording.
    ///
    /// A source that was withdrawn bears nothing out beside it.
    public func rests(on source: SourceSlug, _ registers: Registers) -> [Rest] {
        let origin = registers.origin(of: source)
        return assertions(restingOn: source).map { thing in
            let beside = sources(of: thing).filter {
                $0 != source && !registers.withdrawn.contains($0)
            }
            return Rest(
                assertion: thing,
                others: beside.filter { registers.origin(of: $0) != origin },
                sameOrigin: beside.filter { registers.origin(of: $0) == origin },
                hasAnalyst: hasAnalyst(thing))
        }
    }
}
