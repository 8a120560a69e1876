import CanonicalJSON

/// A taking of control while returns are told.
private struct SlowTaking {
    let happening: SlowHappening
    var until: String?
    var isProlonged = false
    /// The name and the day of what certainly ended it.
    var end: (by: SlowHappening, day: String?)?
    var maybe: [(by: SlowHappening, day: String?)] = []
    var perhaps: [String] = []
}

extension SlowState {
    private var inOrder: [SlowHappening] {
        happenings.sorted { $0.order < $1.order }
    }

    /// The takings of one case, each with what ended it; with what other cases say of its orders, too,
    /// where an order is asked for.
    private func takings(in stream: String, ofOrder: Bool = false) -> [SlowTaking] {
        var all: [SlowTaking] = []
        var early: [SlowHappening] = []
        let orders = inOrder.filter { $0.stream == stream && $0.type == "control.taken" }
            .compactMap { $0.data["measure"]?.string }
        let own = inOrder.filter { happening in
            guard happening.stream != stream else { return true }
            let order = happening.data["measure"]?.string
            return ofOrder && ["control.returned", "control.extended"].contains(happening.type)
                && order.map(orders.contains) ?? false
        }
        func ends(_ return: SlowHappening, _ taking: SlowHappening) -> Bool {
            let order = `return`.data["measure"]?.string
            guard let order, orders.contains(order) else { return true }
            return order == taking.data["measure"]?.string
        }
        func note(_ end: SlowHappening, _ taking: inout SlowTaking) {
            if end.isCertain, hasCome(end.occurred, end) == .yes {
                taking.end = (end, end.occurred)
            } else {
                taking.maybe.append((end, end.occurred))
            }
        }
        for happening in own {
            switch happening.type {
            case "control.taken":
                var taking = SlowTaking(
                    happening: happening, until: happening.data["until"]?.string)
                let place = early.firstIndex {
                    ends($0, happening) && !SlowState.isBefore($0.occurred, happening.occurred)
                }
                if let place { note(early.remove(at: place), &taking) }
                all.append(taking)
            case "control.returned":
                let ended = all.indices.filter { index in
                    all[index].end == nil && ends(happening, all[index].happening)
                        && !SlowState.isBefore(
                            SlowState.end(all[index].happening.occurred), happening.occurred)
                }
                if ended.isEmpty { early.append(happening) }
                for index in ended { note(happening, &all[index]) }
            case "control.extended":
                for index in all.indices where all[index].end == nil {
                    let until = happening.data["until"]?.string
                    if hasCome(happening.occurred, happening) == .yes {
                        (all[index].until, all[index].isProlonged) = (until, true)
                    } else {
                        all[index].perhaps.append(
                            "taken until \(until ?? "-") by \(happening.name)")
                    }
                }
            default: break
            }
        }
        return all.map(closed)
    }

    private func closed(_ taking: SlowTaking) -> SlowTaking {
        var taking = taking
        guard taking.end == nil else { return taking }
        if let end = SlowState.end(taking.happening.occurred), !taking.isProlonged {
            switch isOver(end, taking.happening) {
            case .yes: taking.end = (taking.happening, end)
            case .perhaps: taking.maybe.append((taking.happening, end))
            case .no: break
            }
        }
        taking.perhaps += taking.maybe.map { end in
            (end.by.name == taking.happening.name ? "over" : "returned") + " by \(end.by.name)"
        }
        return taking
    }

    /// A line for each control that stands in a case, in order of time.
    func controls(in stream: String) -> [String] {
        takings(in: stream).filter { $0.end == nil }.map { taking in
            "since \(SlowState.first(taking.happening.occurred) ?? "-") "
                + "until \(taking.until ?? "-") by \(taking.happening.name) \(taking.perhaps)"
        }
    }

    /// The order of takings is over each time when all is back that it had taken by then.
    func emptied(_ order: String) -> [SlowChange] {
        let streams = Set(happenings.map(\.stream)).sorted()
        let taken = streams.flatMap { takings(in: $0, ofOrder: true) }
            .filter { $0.happening.data["measure"]?.string == order }
        var seen: Set<String> = []
        let ends = taken.compactMap(\.ending).sorted { $0.order < $1.order }
        return ends.filter { seen.insert($0.of.name).inserted }.compactMap { end in
            let begun = taken.filter { taking in
                taking.ending?.of.name == end.of.name || taking.happening.occurred == nil
                    || taking.happening.order < end.order
            }
            let isBack = begun.allSatisfy { $0.ending.map { $0.order <= end.order } ?? false }
            guard isBack else { return nil }
            let isSure = begun.allSatisfy { taking in
                taking.end != nil && hasCome(taking.happening.occurred, taking.happening) == .yes
            }
            // Not before the last of what it gives back was taken.
            let taken = begun.map(\.happening).filter { $0.occurred != nil }.map(\.order)
            var change = SlowChange(
                day: end.day, window: end.window, come: isSure ? .yes : .perhaps, what: "emptied",
                of: end.of)
            change.place = (taken + [change.order]).max { $0 < $1 }
            return change
        }
    }
}

extension SlowTaking {
    /// What ended it, or what last may have.
    fileprivate var ending: SlowChange? {
        (end ?? maybe.last).map { end in
            SlowChange(
                day: SlowState.first(end.day), window: SlowState.orderWindow(end.day), come: .yes,
                what: "end", of: end.by)
        }
    }
}

extension SlowState {
    /// A line for a thing that only has a status: a role, a place on a list.
    ///
    /// - Parameters:
    ///   - told: the status that a happening gives it, whether it lasts for a span, and whether it
    ///     is said without a date as if it came last.
    ///   - after: what follows the end of a span in a status.
    /// - Returns: the line; nil where nothing gives it a status.
    func status(
        _ told: (SlowHappening) -> (word: String, undatedCounts: Bool)?, after: [String: String]
    ) -> String? {
        let all = happenings.flatMap { happening in
            told(happening).map { changes(happening, $0.word, lasts: true) } ?? []
        }
        typealias Row = (word: String, since: String?, by: String, sustained: String)
        func take(_ row: Row?, _ change: SlowChange) -> Row? {
            guard let row else {
                return change.what == "over"
                    ? nil : (change.what, change.day, change.of.name, change.of.name)
            }
            if change.what == "over" {
                guard row.sustained == change.of.name, let next = after[row.word] else {
                    return row
                }
                return (next, change.day, change.of.name, row.sustained)
            }
            if change.day == nil, told(change.of)?.undatedCounts == false { return row }
            return change.what == row.word
                ? (row.word, row.since, row.by, change.of.name)
                : (change.what, change.day, change.of.name, change.of.name)
        }
        func fold(_ changes: [SlowChange]) -> Row? { changes.reduce(nil, take) }
        guard let (row, isCertain, possible) = self.row(all, fold: fold) else { return nil }
        let perhaps = possible.filter { !SlowState.isBefore($0.day, row.since) }
            .compactMap { change -> String? in
                guard let next = take(row, change), next.word != row.word else { return nil }
                return "\(next.word) since \(next.since ?? "-") by \(change.of.name)"
            }
        return "\(row.word) since \(row.since ?? "-") by \(row.by) \(isCertain) \(perhaps)"
    }
}
