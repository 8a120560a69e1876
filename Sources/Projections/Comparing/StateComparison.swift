import CanonicalJSON
import CaseModel

/// How two states of one case differ: row by row, value by value.
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

    /// By the bytes of the names: roles are texts, and two that look alike are two.
    private func named(_ rows: [StateRow]) -> [[UInt8]: StateRow] {
        Dictionary(rows.map { ($0.name.bytes, $0) }) { first, _ in first }
    }

    private func changes(
        of name: String, from old: StateRow?, to new: StateRow?
    ) -> [CaseChange] {
        guard let old, let new, !new.subject.isEmpty else {
            let (was, now) = (old?.whole ?? .null, new?.whole ?? .null)
            return was == now ? [] : [change(FieldSelection(rows: [name], value: nil), was, now)]
        }
        let values = Set(old.values.keys).union(new.values.keys)
        return values.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            .filter { old.values[$0] != new.values[$0] }
            .map { value in
                change(
                    FieldSelection(rows: [name], value: value), old.values[value],
                    new.values[value])
            }
    }

    private func change(
        _ field: FieldSelection, _ old: JSONValue?, _ new: JSONValue?
    ) -> CaseChange {
        let parts = field.rows + [field.value].compactMap(\.self)
        return CaseChange(
            place: .state, field: parts.joined(separator: "."), old: old, new: new,
            because: because(field))
    }

    /// The events that made a field what it is, and those that made it what it was, as far as they
    /// read otherwise; where none does, a day has come of which they speak.
    private func because(_ field: FieldSelection) -> [Event] {
        let (was, now) = (old.grounds.reasons(for: field), new.grounds.reasons(for: field))
        let counting = now.because.filter { $0.effect == .set }
        let involved =
            counting + now.because.filter { $0.effect == .retracted }
            + was.because.filter { $0.effect == .set }
        let made = involved.map(\.event).flatMap { makers.made($0) }
        let found = made.isEmpty ? counting.map(\.event) : made
        return found.inOrderOfRecording
    }
}

extension String {
    fileprivate var bytes: [UInt8] { Array(utf8) }
}

extension [String] {
    /// Names of rows: single values first, then list by list, each in the order of its names.
    fileprivate var inOrderOfLists: [String] {
        let lists = map { String($0.prefix { $0 != "." }) }.uniqued()
        let order = ["title", "status", "last_event"] + StateRow.listNames
        return order.filter { lists.contains($0) }.flatMap { list in
            filter { $0 == list || $0.hasPrefix(list + ".") }
                .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        }
    }
}
