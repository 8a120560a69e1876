import CaseModel

/// The changes of one row of a state, in order, with the row after each of them.
///
/// The state keeps only the final row; this keeps the intermediate ones.
struct Course<Row: Life> {
    /// One change, and the row after it.
    struct Step {
        let change: DatedChange<Row.Effect>
        /// Of its lists, only what this change adds; nil if there is no row yet.
        let row: Row?
    }

    /// The steps that count.
    let steps: [Step]
    /// All changes, including those that are only possible.
    private let changes: [DatedChange<Row.Effect>]
    /// The first and the last step of each event, by the event's position.
    private let places: [Int64: ClosedRange<Int>]

    /// The course of changes in order of time: the certain ones, or all if those give no row.
    init(_ changes: [DatedChange<Row.Effect>]) {
        let ordered = changes.inOrder(of: \.order)
        let certain = Course(following: ordered.filter(\.isCertain), of: ordered)
        self = certain.last == nil ? Course(following: ordered, of: ordered) : certain
    }

    private init(
        following changes: [DatedChange<Row.Effect>], of all: [DatedChange<Row.Effect>]
    ) {
        self.changes = all
        var row: Row?
        steps = changes.map { change in
            row.take(change)
            return Step(change: change, row: row)
        }
        places = Dictionary(
            steps.enumerated().map { ($1.change.event.position, $0...$0) }
        ) { $0.lowerBound...$1.upperBound }
    }

    /// The final row; nil if the changes give none.
    var last: Row? { steps.last?.row.flatMap { $0.isKnown ? $0 : nil } }

    /// The final row without the effect of one event.
    ///
    /// It is whole if only possible changes would then create it; otherwise its lists are omitted.
    func last(without position: Int64) -> (row: Row?, isWhole: Bool) {
        guard let own = places[position] else { return (last, false) }
        let row = last(
            from: own.lowerBound, until: own.upperBound + 1, without: position, with: [])
        guard row == nil else { return (row, false) }
        return (Row(folding: changes.filter { $0.event.position != position }), true)
    }

    /// The final row with the effect of an event that does not count.
    func last(with changes: [DatedChange<Row.Effect>]) -> Row? {
        let added = changes.inOrder(of: \.order)
        guard let earliest = added.first?.order, let latest = added.last?.order else { return last }
        let first = steps.partitioningIndex { $0.change.order > earliest }
        let end = steps.partitioningIndex { $0.change.order > latest }
        return last(from: first, until: end, without: nil, with: added)
    }

    /// Replays the changes from one step on, with further changes inserted in order; after `end` it
    /// stops as soon as the row is the same as before.
    private func last(
        from first: Int, until end: Int, without position: Int64?,
        with added: [DatedChange<Row.Effect>]
    ) -> Row? {
        var row = first > 0 ? steps[first - 1].row : nil
        var added = added[...]
        for place in first..<steps.count {
            let step = steps[place]
            while let next = added.first, next.order < step.change.order {
                row.take(next)
                added.removeFirst()
            }
            guard step.change.event.position != position else { continue }
            row.take(step.change)
            if place >= end, row == step.row { return last }
        }
        added.forEach { row.take($0) }
        return row.flatMap { $0.isKnown ? $0 : nil }
    }
}

extension Optional where Wrapped: Life {
    /// Applies the next change in order of time; of the lists only this change's elements are kept.
    fileprivate mutating func take(_ change: DatedChange<Wrapped.Effect>) {
        if self == nil {
            self = Wrapped(change)
        } else {
            self?.forgetLists()
            self?.apply(change)
        }
    }
}

extension Array {
    /// The index of the first element for which the condition holds, given that it holds for all
    /// later ones; the number of elements if it holds for none.
    func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
