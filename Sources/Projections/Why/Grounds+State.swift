import CanonicalJSON
import CaseModel

extension Grounds {
    /// What some rows of the state are, and the events that had a hand in that, in the order in which
    /// they count.
    func reasons(for selection: FieldSelection) -> [Reason] {
        let all = selection.rows.flatMap {
            provenance(of: $0).contributions(to: selection.value)
        }
        let isOne = selection.rows.count == 1
        let reasons = Dictionary(grouping: all, by: \.position).compactMap { position, several in
            index.event(at: position).map { standing in
                evidence.reason(
                    standing, several.map(\.effect).strongest,
                    isOne ? several.first?.value : nil)
            }
        }
        return reasons.inOrder(of: \.event.order)
    }

    /// What a field is, as `show` has it: one value, or a list of them where several rows are meant.
    func value(of selection: FieldSelection) -> JSONValue {
        let parts = selection.rows.compactMap(index.standing).map { row in
            selection.value.map { row.values[$0] ?? .null } ?? row.whole
        }
        return selection.rows.count == 1 ? parts.first ?? .null : .array(parts)
    }

    /// What made a row what it is.
    func provenance(of name: String) -> RowProvenance {
        let bytes = Array(name.utf8)
        let last = index.standing(name)
        let course =
            frameCourse(of: name) ?? course(of: bytes, last) ?? RowCourse(steps: [])
        return RowProvenance(
            course: course, own: index.makings(of: name), listed: index.listed(in: last),
            last: last)
    }

    /// What is only borne out by sources that were withdrawn makes a row where nothing else does.
    private func course(of name: [UInt8], _ last: StateRow?) -> RowCourse? {
        let supported = courses.supported.course(of: name)
        let makesRow = supported?.steps.last?.row != nil
        return makesRow || last == nil ? supported : courses.all.course(of: name) ?? supported
    }

    /// What made the title of the case, its status, or its last event; nil for any other row.
    private func frameCourse(of name: String) -> RowCourse? {
        guard let last = index.standing(name), last.subject.isEmpty else { return nil }
        let counting = own.filter { $0.retraction == nil }.map(\.event)
        switch name {
        case "last_event":
            let event = counting.last { .string($0.reference.description) == last.whole }
            return RowCourse(steps: event.map { [RowCourse.Step($0, last)] } ?? [])
        default:
            return RowCourse(
                steps: counting.compactMap { event in
                    event.framing[name].map { .init(event, StateRow(name, single: $0)) }
                })
        }
    }
}

extension [Reason.Effect] {
    /// What an event did that did this to several values: what stands counts most.
    fileprivate var strongest: Reason.Effect {
        [.set, .retracted].first(where: contains) ?? .overridden
    }
}

extension Event {
    /// What it says of title and status of its case; empty where it neither opens nor closes it.
    var framing: [String: JSONValue] {
        switch body.content {
        case .caseOpened(let opened): ["title": .string(opened.title), "status": "open"]
        case .caseReopened(let reopened): ["title": .string(reopened.title), "status": "open"]
        case .caseClosed: ["status": "closed"]
        default: [:]
        }
    }
}
