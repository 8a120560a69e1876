import CaseModel

extension [Controls] {
    /// The orders under which control was taken and all that they took is back: a change of each,
    /// on the day of the last return.
    ///
    /// Where a taking or a return only may have been by the clocks asked, so is the change.
    var emptiedOrders: [(measure: Slug, change: DatedChange<MeasureEffect>)] {
        let takings = flatMap(\.takings).filter { $0.control.measure != nil }
        let orders = Dictionary(grouping: takings) { $0.control.measure }
        return orders.compactMap { order, takings in
            guard let order, let change = emptied(takings) else { return nil }
            return (order, change)
        }
    }

    private func emptied(_ takings: [Controls.Taking]) -> DatedChange<MeasureEffect>? {
        let ends = takings.compactMap { taking in taking.end ?? taking.possibleEnds.last }
        guard ends.count == takings.count,
            let last = ends.max(by: { order(of: $0) < order(of: $1) })
        else { return nil }
        let isCertain = takings.allSatisfy { $0.end != nil && $0.control.isCertain }
        return DatedChange(.emptied, on: last.date, isCertain ? .yes : .unknown, by: last.event)
    }

    private func order(of end: Controls.End) -> ByTime {
        ByTime(date: end.date, position: end.event.position)
    }
}
