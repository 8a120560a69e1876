import CaseModel

extension DayAsked {
    /// The orders under which control was taken and all that they had taken was back: a change of each,
    /// on the day of that return.
    ///
    /// Where a taking or a return only may have been by the clocks asked, so is the change.
    func emptiedOrders(
        _ happenings: [Event]
    ) -> [(measure: Slug, change: DatedChange<MeasureEffect>)] {
        Dictionary(grouping: takings(happenings)) { $0.control.measure }
            .flatMap { order, takings in
                order.map { order in takings.emptyings(of: order).map { (order, $0) } } ?? []
            }
    }

    /// The takings of all cases. What another case says of an order that they name counts, too: it is
    /// one order in all of them.
    private func takings(_ happenings: [Event]) -> [Controls.Taking] {
        let ofOrders = happenings.filter { $0.goesOnWithOrder && $0.measure != nil }
        return Dictionary(grouping: happenings, by: \.stream).flatMap { stream, own in
            let orders = Set(own.compactMap(\.takingOrder))
            let foreign = ofOrders.filter { event in
                event.stream != stream && event.measure.map(orders.contains) ?? false
            }
            return Controls((own + foreign).inOrderOfTime, by: self).takings
        }
    }
}

extension [Controls.Taking] {
    /// The moments at which all that had been taken under one order was back.
    fileprivate func emptyings(of order: Slug) -> [DatedChange<MeasureEffect>] {
        let ends = compactMap(\.lastEnd).inOrder(of: \.order)
        var seen: Set<EventReference> = []
        return ends.filter { seen.insert($0.event.reference).inserted }.compactMap { end in
            let begun = filter { $0.hasBegun(by: end) }
            guard begun.allSatisfy({ $0.lastEnd.map { $0.order <= end.order } ?? false }) else {
                return nil
            }
            let isCertain = begun.allSatisfy { $0.end != nil && $0.control.isCertain }
            // A return that is dated less precisely than the taking stands behind it.
            let taken = begun.filter { $0.control.since != nil }.map(\.order).max()
            return DatedChange(
                .emptied(order), on: end.date, isCertain ? .yes : .unknown, by: end.event,
                orderedBy: [end.order, taken].compactMap(\.self).max())
        }
    }
}

extension Controls.Taking {
    /// What ended it, or else what last may have; nil where nothing did.
    fileprivate var lastEnd: Controls.End? { end ?? possibleEnds.last }

    /// Whether it was taken before something else came to its end, as far as anybody can say.
    fileprivate func hasBegun(by other: Controls.End) -> Bool {
        guard lastEnd?.event.reference != other.event.reference else { return true }
        return control.since == nil || order < other.order
    }

    fileprivate var order: ByTime { ByTime(date: event.body.occurred, position: event.position) }
}

extension Controls.End {
    fileprivate var order: ByTime { ByTime(date: date, position: event.position) }
}

extension Event {
    /// Whether it returns or prolongs what was taken under an order.
    fileprivate var goesOnWithOrder: Bool {
        switch body.content {
        case .controlReturned, .controlExtended: true
        default: false
        }
    }
}
