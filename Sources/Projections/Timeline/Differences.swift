import CanonicalJSON
import CaseModel

/// The differences between claims that somebody explained.
struct Differences {
    private let explained: Set<Place>

    private struct Place: Hashable {
        let event: EventReference
        let path: String
    }

    init(_ standing: [Event]) {
        explained = Set(
            standing.compactMap { event in
                guard case .differenceExplained(let difference) = event.body.content,
                    difference.with == nil
                else { return nil }
                return Place(event: difference.event, path: difference.field.path)
            })
    }

    /// Whether it is explained why claims on a field of the event differ.
    func explain(_ path: String, of event: Event) -> Bool {
        event.names.contains { explained.contains(Place(event: $0, path: path)) }
    }
}

extension EventType {
    /// Whether no two of these can be true of one field.
    ///
    /// `null` says nothing. Dates exclude each other where they have no day in common: a month
    /// does not contradict one of its days.
    func exclude(_ values: [JSONValue], at path: String) -> Bool {
        let said = values.filter { !$0.isNull }.uniqued()
        guard isDate(path) else { return said.count > 1 }
        let dates = said.compactMap { $0.string.flatMap { try? EDTFDate($0) } }
        return dates.count < said.count
            || dates.contains { date in dates.contains { $0.isApart(from: date) } }
    }

    private func isDate(_ path: String) -> Bool {
        path == "occurred"
            || shape.fields.contains { "data.\($0.name)" == path && $0.shape == EDTFDate.shape }
    }
}

extension EDTFDate {
    /// Whether the two certainly have no day in common.
    fileprivate func isApart(from other: EDTFDate) -> Bool {
        endsBefore(other) || other.endsBefore(self)
    }
}

extension JSONObject {
    /// What stands under a field's path; nil where nothing does.
    func value(at path: String) -> JSONValue? {
        guard path.hasPrefix("data.") else { return self[path] }
        return self["data"]?.object?[String(path.dropFirst("data.".count))]
    }
}
