import CanonicalJSON
import CaseModel

/// The events that contribute to one row of a state.
struct RowProvenance {
    /// The effect of one event on a value.
    struct Contribution {
        /// The event's position.
        let position: Int64
        /// Its effect.
        let effect: Reason.Effect
        /// The value that it gives; nil if it gives none.
        let value: JSONValue?
    }

    /// The changes of the row, step by step.
    let course: RowCourse
    /// The rows that single events referring to the row would create by themselves.
    let own: [(standing: EffectiveEvent, row: StateRow)]
    /// The elements in the row's lists for each event, by position.
    let listed: [Int64: [String: JSONValue]]
    /// The current row; nil if there is none.
    let last: StateRow?

    /// The contributions to one value of the row, or to all, in no particular order.
    ///
    /// Possible changes depend on the whole history of the row.
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

    /// What an event by itself says about the requested values.
    private func said(
        _ own: StateRow?, _ listed: [String: JSONValue]?, _ value: String?
    ) -> [String: JSONValue] {
        let all = (own?.values ?? [:]).merging(listed ?? [:]) { $1 }
        return value.map { name in all.filter { $0.key == name } } ?? all
    }

    /// The index of the first step after an event.
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

    /// For an order under which something was taken: the events that returned it, and those that
    /// did not.
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

/// One event and its relation to a row.
private struct Witness {
    let position: Int64
    /// What it says about the requested values by itself.
    let own: [String: JSONValue]
    /// The steps that it caused.
    let steps: [Int]
    let isRetracted: Bool
    /// The index of the first step after it.
    let place: Int

    /// Its contribution; nil if it neither states nor changes any requested value.
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
        // A statement from before the row existed takes effect when the row appears.
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

    /// The contribution of a retracted event; nil if it would have had none.
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
    /// One value as in `show`; nil if all values of a list row are requested.
    func shown(_ values: [String: JSONValue], _ value: String?) -> JSONValue? {
        value.map { values[$0] ?? .null } ?? values[""]
    }
}

extension StateRow {
    /// The values that make up the status of a row.
    fileprivate static let standing: Set<String> = [
        "status", "decision", "since", "until", "how", "set_by",
    ]
}
