import CanonicalJSON
import CaseModel

/// The events that had a hand in one row of a state.
struct RowProvenance {
    /// What one event did to a value.
    struct Contribution {
        /// The event's position.
        let position: Int64
        /// What it did.
        let effect: Reason.Effect
        /// What the value was by it; nil where it gives none.
        let value: JSONValue?
    }

    /// What the events made of the row, step by step.
    let course: RowCourse
    /// What each event that speaks of the row would make of it by itself.
    let own: [(standing: EffectiveEvent, row: StateRow)]
    /// What the lists of the row name events for, by their positions.
    let listed: [Int64: [String: JSONValue]]
    /// The row as it stands; nil where there is none.
    let last: StateRow?

    /// The events that had a hand in one value of the row, or in all, in no order.
    ///
    /// What only may have come since depends on all that the row was.
    func contributions(to value: String?) -> [Contribution] {
        guard value == "perhaps" else { return direct(value) }
        let own = direct(value)
        let named = Set(own.map(\.position))
        let others = Set(StateRow.standing.flatMap { direct($0).map(\.position) })
        return own
            + others.subtracting(named).map {
                Contribution(position: $0, effect: .set, value: nil)
            }
    }

    private func direct(_ value: String?) -> [Contribution] {
        let history = ValueHistory(course.steps.map(\.row), last: last, of: value)
        let own = Dictionary(own.map { ($0.standing.event.position, $0) }) { first, _ in first }
        let steps = Dictionary(grouping: course.steps.indices) { course.steps[$0].position }
        let counting = Set(steps.keys).union(own.keys).union(course.retracted.keys)
            .union(listed.keys)
        let found = counting.compactMap { position in
            Witness(
                position: position, own: said(own[position]?.row, listed[position], value),
                steps: steps[position] ?? [],
                isRetracted: own[position]?.standing.retraction != nil
                    || course.retracted[position] != nil,
                place: own[position].map { place(of: $0.standing.event) } ?? 0
            ).contribution(to: history, of: value, in: course)
        }
        let all = found + returns(beside: found, history, value)
        return all.isEmpty ? appearances : all
    }

    /// What an event says of the asked values by itself.
    private func said(
        _ own: StateRow?, _ listed: [String: JSONValue]?, _ value: String?
    ) -> [String: JSONValue] {
        let all = (own?.values ?? [:]).merging(listed ?? [:]) { $1 }
        return value.map { name in all.filter { $0.key == name } } ?? all
    }

    /// The first step behind an event.
    private func place(of event: Event) -> Int {
        course.steps.partitioningIndex { $0.order > event.order }
    }

    /// The events with which the row appeared.
    private var appearances: [Contribution] {
        let made = course.steps.indices.filter { place in
            course.steps[place].row != nil && (place == 0 || course.steps[place - 1].row == nil)
        }
        return Set(made.map { course.steps[$0].position }).map {
            Contribution(position: $0, effect: .set, value: nil)
        }
    }

    /// Of an order under which something was taken: those who gave it back, and those who did not.
    private func returns(
        beside found: [Contribution], _ history: ValueHistory, _ value: String?
    ) -> [Contribution] {
        guard let returns = course.returns else { return [] }
        let named = Set(found.map(\.position))
        let isEmptied = found.contains {
            $0.effect == .set && returns.emptying.contains($0.position)
        }
        let helping = isEmptied ? returns.returning : []
        let last = history.shown(history.last, value)
        let set = helping.map { Contribution(position: $0, effect: .set, value: last) }
        guard value.map(StateRow.standing.contains) ?? true else {
            return set.filter { !named.contains($0.position) }
        }
        let others =
            returns.spared.flatMap {
                [
                    Contribution(
                        position: $0.returned, effect: .overridden, value: value.map { _ in .null }),
                    Contribution(position: $0.other, effect: .set, value: last),
                ]
            } + returns.preventing.map { Contribution(position: $0, effect: .set, value: last) }
        let retracted = returns.retracted.map {
            Contribution(position: $0, effect: .retracted, value: nil)
        }
        return (set + others + retracted).filter { !named.contains($0.position) }
    }
}

/// One event and what it has to do with a row.
private struct Witness {
    let position: Int64
    /// What it says of the asked values by itself.
    let own: [String: JSONValue]
    /// The steps that it makes.
    let steps: [Int]
    let isRetracted: Bool
    /// The first step behind it.
    let place: Int

    /// What it did; nil where it says nothing of what is asked and changes nothing.
    func contribution(
        to history: ValueHistory, of value: String?, in course: RowCourse
    ) -> RowProvenance.Contribution? {
        isRetracted
            ? retracted(history, value, course) : counting(history, value, course)
    }

    private func counting(
        _ history: ValueHistory, _ value: String?, _ course: RowCourse
    ) -> RowProvenance.Contribution? {
        var changed: [String: Int] = [:]
        for step in steps { for name in history.changes(at: step) { changed[name] = step } }
        let said = Set(own.filter(\.value.saysSomething).keys).union(changed.keys)
        let stays = said.contains { name in
            let step = changed[name]
            return history.keeps(
                step.map { history.steps[$0][name] } ?? own[name], name,
                from: step ?? steps.first ?? place)
        }
        // What was said before there was a row has its effect when the row appears.
        let isDecisive =
            !stays && !steps.isEmpty
            && history.contradicts(course.without(position)?.values(of: value) ?? [:])
        guard !said.isEmpty || isDecisive else { return nil }
        let values =
            said.isEmpty
            ? history.last : changed.values.max().map { history.steps[$0] } ?? own
        return RowProvenance.Contribution(
            position: position, effect: stays || isDecisive ? .set : .overridden,
            value: history.shown(values, value))
    }

    /// What an event would say that no longer counts; nil where it would say nothing of it.
    private func retracted(
        _ history: ValueHistory, _ value: String?, _ course: RowCourse
    ) -> RowProvenance.Contribution? {
        let said = own.contains { $0.value.saysSomething }
        let with = course.retracted[position].map { $0?.values(of: value) ?? [:] }
        guard said || with.map(history.differs) ?? false else { return nil }
        return RowProvenance.Contribution(
            position: position, effect: .retracted,
            value: history.shown(said ? own : with ?? [:], value))
    }
}

extension ValueHistory {
    /// One value as `show` has it; nil where all values of a row of a list are asked for.
    func shown(_ values: [String: JSONValue], _ value: String?) -> JSONValue? {
        value.map { values[$0] ?? .null } ?? values[""]
    }
}

extension StateRow {
    /// The values by which a row says how it stands.
    fileprivate static let standing: Set<String> = [
        "status", "decision", "since", "until", "how", "set_by",
    ]
}
