import CaseModel

/// The changes that make one row of a state, in order, with the row after each of them.
///
/// Where the state keeps what became of a row, this keeps how.
struct Course<Row: Life> {
    /// One change, and the row after it.
    struct Step {
        let change: DatedChange<Row.Effect>
        /// Of its lists, what this change says; nil where there is no row yet.
        let row: Row?
    }

    /// The changes that count.
    let steps: [Step]
    /// All changes, also those that only may have come.
    private let changes: [DatedChange<Row.Effect>]
    /// The first change and the last of each event, by the event's position.
    private let places: [Int64: ClosedRange<Int>]

    /// The course that changes make, in order of time: the certain ones, or all where those make
    /// nothing.
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

    /// The row in the end; nil where the changes make none.
    var last: Row? { steps.last?.row.flatMap { $0.isKnown ? $0 : nil } }

    /// The row that there would be without what one event does.
    ///
    /// It is whole where what only may have come would then make it; else its lists are left out.
    func last(without position: Int64) -> (row: Row?, isWhole: Bool) {
        guard let own = places[position] else { return (last, false) }
        let row = last(
            from: own.lowerBound, until: own.upperBound + 1, without: position, with: [])
        guard row == nil else { return (row, false) }
        return (Row(folding: changes.filter { $0.event.position != position }), true)
    }

    /// The row that there would be if an event counted which does not.
    func last(with changes: [DatedChange<Row.Effect>]) -> Row? {
        let added = changes.inOrder(of: \.order)
        guard let earliest = added.first?.order, let latest = added.last?.order else { return last }
        let first = steps.partitioningIndex { $0.change.order > earliest }
        let end = steps.partitioningIndex { $0.change.order > latest }
        return last(from: first, until: end, without: nil, with: added)
    }

    /// Goes the way once more from one place on, with other changes before another; behind that no
    /// further than to where all is as it was.
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
    /// Takes the next change in order of time; of the lists only what that says is kept.
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
    /// The index of the first element from which on a condition holds; the number of elements where
    /// it holds for none.
    func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
