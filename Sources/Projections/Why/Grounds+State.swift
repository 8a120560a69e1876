import CanonicalJSON
import CaseModel

extension Grounds {
    /// What some rows of the state are, and the events that had a hand in that.
    ///
    /// The state is told once more, with one more of the events that speak of the rows each time:
    /// what changes is that event's doing.
    func reasons(for selection: FieldSelection) -> (values: StateValues, because: [Reason]) {
        let last = StateValues(selection, in: index.standing(of: selection))
        let (speaking, base) = speaking(of: selection, last)
        let counting = speaking.filter { $0.retraction == nil }
        var told = [values(selection, of: base, without: counting[...])]
        for index in counting.indices {
            told.append(values(selection, of: base, without: counting[(index + 1)...]))
        }
        var reasons: [Reason] = []
        for standing in speaking {
            let position = standing.event.position
            if let index = counting.firstIndex(where: { $0.event.position == position }) {
                let (before, later) = (told[index], Array(told[(index + 1)...]))
                let without = values(selection, of: base, without: [standing][...])
                reasons += reason(standing, selection, before, later, without).map { [$0] } ?? []
            } else {
                reasons += retracted(standing, selection, base, last).map { [$0] } ?? []
            }
        }
        return (last, reasons.isEmpty ? made(counting, told, selection) : reasons)
    }

    /// The events that may have a hand in some rows, in the order in which they count, and those to
    /// tell the state from, in the order of recording.
    ///
    /// Those that name what the rows are about make the same of them as all do, nearly always, and
    /// that is soon told; where they do not, all events may have a hand in it.
    private func speaking(
        of selection: FieldSelection, _ last: StateValues
    ) -> (inOrder: [EffectiveEvent], base: [EffectiveEvent]) {
        let rows = index.rows(of: selection)
        // Of what is the case's own, no other case has a say.
        let isOfCase = rows.allSatisfy(\.subject.isEmpty)
        let few = isOfCase ? own.framing(rows) : index.speaking(of: rows)
        let isEnough = values(selection, of: few) == last
        let speaking = isEnough ? few : isOfCase ? own : events
        return (speaking.sorted { $0.event.order < $1.event.order }, speaking)
    }

    /// The events that made the rows, of which no event says what is asked.
    private func made(
        _ counting: [EffectiveEvent], _ told: [StateValues], _ selection: FieldSelection
    ) -> [Reason] {
        counting.indices.filter { !told[$0 + 1].appearances(since: told[$0]).isEmpty }
            .map { evidence.reason(counting[$0], .set, nil) }
    }

    private func values(
        _ selection: FieldSelection, of base: [EffectiveEvent],
        without left: ArraySlice<EffectiveEvent>
    ) -> StateValues {
        let left = Set(left.map(\.event.position))
        return values(selection, of: base.filter { !left.contains($0.event.position) })
    }

    private func values(_ selection: FieldSelection, of events: [EffectiveEvent]) -> StateValues {
        StateValues(
            selection,
            in: StateRow.rows(
                of: CaseState(
                    of: slug, events, asOf: asOf, registers: registers, measures: measures)))
    }

    /// What an event that counts did; nil where it says nothing of it.
    private func reason(
        _ standing: EffectiveEvent, _ selection: FieldSelection, _ before: StateValues,
        _ later: [StateValues], _ without: StateValues
    ) -> Reason? {
        let (now, last) = (later[0], later[later.count - 1])
        let own = values(selection, of: [standing])
        let changed = now.changes(from: before)
        let said = own.said.union(changed)
        // What was said before there was a row has its effect when the row appears.
        let isDecisive = last.contradicts(without)
        guard !said.isEmpty || isDecisive else { return nil }
        let stays = said.contains { place in
            let origin = changed.contains(place) ? now : own
            return later.allSatisfy { origin.keeps(place, in: $0) }
        }
        let value = said.isEmpty ? last.shown : changed.isEmpty ? own.shown : now.shown
        return evidence.reason(
            standing, stays || isDecisive ? .set : .overridden,
            selection.isOne(index.rows(of: selection)) ? value : nil)
    }

    /// What an event would say that no longer counts; nil where it would say nothing of it.
    private func retracted(
        _ standing: EffectiveEvent, _ selection: FieldSelection, _ base: [EffectiveEvent],
        _ last: StateValues
    ) -> Reason? {
        let position = standing.event.position
        let others = base.filter { $0.event.position != position }
        let with = values(
            selection,
            of: others.filter { $0.event.position < position } + [standing.counting]
                + others.filter { $0.event.position > position })
        let own = values(selection, of: [standing.counting])
        guard !own.said.isEmpty || !with.changes(from: last).isEmpty else { return nil }
        let value = own.said.isEmpty ? with.shown : own.shown
        return evidence.reason(
            standing, .retracted, selection.isOne(index.rows(of: selection)) ? value : nil)
    }
}

extension FieldSelection {
    /// Whether it means one single value.
    fileprivate func isOne(_ known: [StateRow]) -> Bool {
        guard rows.count == 1 else { return false }
        return value != nil || known.contains { $0.name == rows[0] && $0.subject.isEmpty }
    }
}

extension [EffectiveEvent] {
    /// The events of a case that make its title, its status or its last event.
    fileprivate func framing(_ rows: [StateRow]) -> [EffectiveEvent] {
        let last = rows.first { $0.name == "last_event" }?.whole.string
        return filter { standing in
            let event = standing.event
            return last.map { event.reference.description == $0 } ?? event.type.frames
        }
    }
}

extension EventType {
    /// Whether it opens or closes a case.
    fileprivate var frames: Bool {
        [CaseOpened.type, CaseReopened.type, CaseClosed.type].contains(name)
    }
}

extension Event {
    /// Where it counts: what happens to the record by position, what happens in the world by time.
    fileprivate var order: ByTime {
        ByTime(date: type.isWorld ? body.occurred : nil, position: position)
    }
}
