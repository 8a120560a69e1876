import CanonicalJSON
import CaseModel

extension ChangeMakers {
    /// How the two timelines differ: happenings that came, went or read otherwise, in order of time.
    var timelineChanges: [CaseChange] {
        let (before, after) = (old.timeline.byReference, new.timeline.byReference)
        let all =
            new.timeline.entries
            + old.timeline.entries.filter {
                after[$0.event.reference] == nil
            }
        return all.sorted { $0.order < $1.order }.flatMap { entry in
            let name = entry.event.reference
            return changes(of: entry.event, from: before[name], to: after[name])
        }
    }

    private func changes(
        of event: Event, from old: TimelineEntry?, to new: TimelineEntry?
    ) -> [CaseChange] {
        let name = localName(event.reference.description)
        guard let old, let new else {
            return [
                CaseChange(
                    place: .timeline, field: name, old: old?.answer, new: new?.answer,
                    because: made(event, .whole))
            ]
        }
        let (was, now) = (old.fields, new.fields)
        let fields = Set(was.keys).union(now.keys).filter { was[$0] != now[$0] }
        return fields.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { field in
            CaseChange(
                place: .timeline, field: "\(name).\(field)", old: was[field], new: now[field],
                because: made(event, .field(field)))
        }
    }
}

extension Timeline {
    fileprivate var byReference: [EventReference: TimelineEntry] {
        Dictionary(entries.map { ($0.event.reference, $0) }) { first, _ in first }
    }
}

extension TimelineEntry {
    fileprivate var order: ByTime { ByTime(date: occurred, position: event.position) }

    /// What it says, field by field; the fields of its type under their paths.
    fileprivate var fields: [String: JSONValue] {
        let data = (event.json["data"]?.object?.members ?? []).map { ("data.\($0.name)", $0.value) }
        let shown = (answer.object?.members ?? []).map { ($0.name, $0.value) }
        return Dictionary(data + shown) { $1 }
    }
}
