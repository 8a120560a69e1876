import CaseModel

/// The changes that events made to one row of a state, step by step.
struct RowCourse {
    /// The row after a change.
    struct Step {
        /// The position of the event of the change.
        let position: Int64
        /// The sort key of the change.
        let order: ByTime
        /// The row; nil if there is none.
        let row: StateRow?
    }

    /// The steps that count, in order.
    ///
    /// Growing lists contain only what the change adds.
    let steps: [Step]
    /// The row without the effect of the event at a position.
    let without: (Int64) -> StateRow?
    /// The row with the effect of a retracted event, by the event's position.
    let retracted: [Int64: StateRow?]
    /// The returns of what was taken under the row's order; nil for most rows.
    var returns: OrderReturns?
}

extension RowCourse {
    /// The course of a row with a life cycle.
    ///
    /// - Parameters:
    ///   - changes: the changes that count.
    ///   - retracted: the changes that would count, had they not been retracted.
    ///   - shown: the row as shown in answers; after a change, its lists contain only what the
    ///     change adds.
    init<Row: Life>(
        _ changes: [DatedChange<Row.Effect>], retracted: [DatedChange<Row.Effect>],
        shown: @escaping (Row, DatedChange<Row.Effect>?) -> StateRow
    ) {
        let course = Course<Row>(changes)
        steps = course.steps.map { step in
            let row = step.row.flatMap { $0.isKnown ? shown($0, step.change) : nil }
            return Step(
                position: step.change.event.position, order: step.change.order, row: row)
        }
        without = { position in
            let (row, isWhole) = course.last(without: position)
            return row.map { isWhole ? shown($0, nil) : shown($0, nil).withoutLists }
        }
        self.retracted = Dictionary(grouping: retracted, by: \.event.position)
            .mapValues { course.last(with: $0).map { shown($0, nil) } }
    }

    /// The course of a control.
    init(_ taking: Controls.Taking) {
        let row = { (until: EDTFDate?) in
            var control = taking.control
            (control.until, control.perhaps, control.hasUntilPassed) = (until, [], false)
            return StateRow(.controls, control.answer)
        }
        var steps = [Step(taking.event, row(taking.until))]
        steps += taking.extensions.map { Step($0.event, row($0.until)) }
        let last = steps.last?.row
        if let end = taking.end {
            steps.append(Step(end.event, nil))
        } else if let spared = taking.spared, spared.returned.order < spared.other.order {
            steps += [Step(spared.returned, nil), Step(spared.other, last)]
        }
        let extended = taking.retractedExtensions.map { ($0.event.position, row($0.until)) }
        let returned = taking.retractedReturns.map { ($0.position, nil as StateRow?) }
        self.init(steps: steps, retracted: Dictionary(extended + returned) { $1 })
    }

    /// The course of a row in which no event depends on another.
    init(steps: [Step], retracted: [Int64: StateRow?] = [:]) {
        let last = steps.last?.row
        self.init(steps: steps, without: { _ in last }, retracted: retracted)
    }
}

extension RowCourse.Step {
    /// The row after an event.
    init(_ event: Event, _ row: StateRow?) {
        self.init(position: event.position, order: event.order, row: row)
    }
}

extension Controls.Taking {
    /// The planned end that the event of the taking states.
    fileprivate var until: EDTFDate? {
        guard case .controlTaken(let taken) = event.body.content else { return nil }
        return taken.until
    }
}

extension Event {
    /// Its sort key: record events by position, world events by time.
    var order: ByTime {
        ByTime(date: type.isWorld ? body.occurred : nil, position: position)
    }
}
