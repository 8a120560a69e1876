import CanonicalJSON
import CaseModel

/// The differences between claims that somebody explained.
struct Differences: Sendable {
    private let explained: Set<Place>

    private struct Place: Hashable {
        let event: EventReference
        let path: String
    }

    init(_ standing: some Sequence<Event>) {
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

extension JSONView {
    /// What stands under a field's path; nil where nothing does.
    func value(at path: String) -> JSONValue? {
        guard path.hasPrefix("data.") else { return self[path]?.value }
        return self["data"]?[String(path.dropFirst("data.".count))]?.value
    }
}
