import CaseModel

/// The events by which that came back which had been taken under one order, or did not, by their
/// positions.
struct OrderReturns {
    /// Those with which all was back.
    let emptying: Set<Int64>
    /// All that gave something back.
    let returning: Set<Int64>
    /// Those that gave nothing back because they name another order, each with one that takes
    /// something under that.
    let spared: [(returned: Int64, other: Int64)]
    /// Those whose taking a return ended, where it would otherwise have ended one that still stands.
    let preventing: Set<Int64>
    /// Those that would have given something back, had they not been retracted.
    let retracted: Set<Int64>

    /// The returns under an order.
    ///
    /// - Parameters:
    ///   - takings: what was taken under it.
    ///   - changes: what changed in the order itself.
    init(_ takings: [Controls.Taking], of changes: [DatedChange<MeasureEffect>]) {
        emptying = Set(
            changes.compactMap { change in
                if case .emptied = change.effect { change.event.position } else { nil }
            })
        returning = Set(takings.flatMap(\.ends).map(\.event.position))
        let open = takings.filter { $0.end == nil }
        spared = open.compactMap(\.spared).filter { $0.returned.order < $0.other.order }
            .map { ($0.returned.position, $0.other.position) }
        preventing = Set(open.compactMap(\.precededBy).map(\.position))
        retracted = Set(open.flatMap(\.retractedReturns).map(\.position))
    }
}

extension Controls.Taking {
    /// What ended it, or only may have.
    fileprivate var ends: [Controls.End] { [end].compactMap(\.self) + possibleEnds }
}
