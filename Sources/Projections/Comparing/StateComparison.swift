import CanonicalJSON
import CaseModel

/// Compares two states of one case by row and value.
struct StateComparison {
    let old: CaseReading
    let new: CaseReading
    let makers: ChangeMakers

    init(_ old: CaseReading, _ new: CaseReading, _ makers: ChangeMakers) {
        (self.old, self.new, self.makers) = (old, new, makers)
    }

    var changes: [CaseChange] {
        let (before, after) = (named(old.grounds.state), named(new.grounds.state))
        let names = (new.grounds.state + old.grounds.state).map(\.name.bytes).uniqued()
        return names.map { String(decoding: $0, as: UTF8.self) }.inOrderOfLists.flatMap {
            changes(of: $0, from: before[$0.bytes], to: after[$0.bytes])
        }
    }

    /// The rows by the bytes of their names: roles are texts, and two that look alike may differ.
    private func named(_ rows: [StateRow]) -> [[UInt8]: StateRow] {
        Dictionary(rows.map { ($0.name.bytes, $0) }) { first, _ in first }
    }

    private func changes(
        of name: String, from old: StateRow?, to new: StateRow?
    ) -> [CaseChange] {
        let (was, now) = (old?.whole ?? .null, new?.whole ?? .null)
        guard was != now else { return [] }
        let makers = RowMakers(
            was: self.old.grounds.provenance(of: name), now: self.new.grounds.provenance(of: name))
        guard let old, let new, !new.subject.isEmpty else {
            return [change(name, was, now, because(makers, nil))]
        }
        let values = Set(old.values.keys).union(new.values.keys)
        return values.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            .filter { old.values[$0] != new.values[$0] }
            .map { value in
                change(
                    "\(name).\(value)", old.values[value], new.values[value],
                    because(makers, value))
            }
    }

    private func change(
        _ field: String, _ old: JSONValue?, _ new: JSONValue?, _ because: [Event]
    ) -> CaseChange {
        CaseChange(place: .state, field: field, old: old, new: new, because: because)
    }

    /// The events that determined the old and the new value, as far as they read differently; if
    /// none does, a date that they mention was reached.
    private func because(_ row: RowMakers, _ value: String?) -> [Event] {
        let (was, now) = (
            row.was.contributions(to: value), row.now.contributions(to: value)
        )
        let counting = new.grounds.events(now, [.set])
        let involved =
            counting + new.grounds.events(now, [.retracted]) + old.grounds.events(was, [.set])
        let made = involved.flatMap { makers.made($0) }
        return (made.isEmpty ? counting : made).inOrderOfRecording
    }
}

/// The causes of a row in two states.
private struct RowMakers {
    let was: RowProvenance
    let now: RowProvenance
}

extension Grounds {
    /// The events that affected a value.
    fileprivate func events(
        _ contributions: [RowProvenance.Contribution], _ effects: Set<Reason.Effect>
    ) -> [Event] {
        contributions.filter { effects.contains($0.effect) }
            .compactMap { index.event(at: $0.position)?.event }
    }
}

extension String {
    fileprivate var bytes: [UInt8] { Array(utf8) }
}

extension [String] {
    /// Names of rows: single values first, then list by list, each ordered by name.
    fileprivate var inOrderOfLists: [String] {
        let lists = map { String($0.prefix { $0 != "." }) }.uniqued()
        let order = ["title", "status", "last_event"] + StateRow.List.all.map(\.name)
        return order.filter { lists.contains($0) }.flatMap { list in
            filter { $0 == list || $0.hasPrefix(list + ".") }
                .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        }
    }
}
