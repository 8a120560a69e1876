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
        happenings.sorted { one, other in
            let (left, right) = (
                SlowState.orderWindow(one.occurred), SlowState.orderWindow(other.occurred)
            )
            let key = { (window: April.Window?, position: Int64) in
                (
                    window.map { $0.first ?? -1000 } ?? 1000,
                    window.map { $0.last ?? 1000 } ?? 1000, position
                )
            }
            return key(left, one.position) < key(right, other.position)
        }
    }

    /// The takings of one case, each with what ended it.
    private func takings(in stream: String) -> [SlowTaking] {
        var all: [SlowTaking] = []
        var early: [SlowHappening] = []
        let own = inOrder.filter { $0.stream == stream }
        let orders = own.filter { $0.type == "control.taken" }.compactMap {
            $0.data["measure"]?.string
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

    /// The order of takings is over with the last return, if all that it took is back.
    func emptied(_ order: String) -> [SlowChange] {
        let streams = Set(happenings.map(\.stream)).sorted()
        let taken = streams.flatMap { takings(in: $0) }
            .filter { $0.happening.data["measure"]?.string == order }
        let ends = taken.compactMap { $0.end ?? $0.maybe.last }
        guard !taken.isEmpty, ends.count == taken.count else { return [] }
        let last = ends.map { end in
            SlowChange(
                day: SlowState.first(end.day), window: SlowState.orderWindow(end.day), come: .yes,
                what: "emptied", of: end.by)
        }.max { $0.order < $1.order }
        let isSure = taken.allSatisfy { taking in
            taking.end != nil && hasCome(taking.happening.occurred, taking.happening) == .yes
        }
        return last.map {
            [
                SlowChange(
                    day: $0.day, window: $0.window, come: isSure ? .yes : .perhaps, what: "emptied",
                    of: $0.of)
            ]
        } ?? []
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
