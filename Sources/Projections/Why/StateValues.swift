import CanonicalJSON

/// What a state says of some selected rows: each value by its place.
struct StateValues: Hashable {
    /// A value's place.
    struct Place: Hashable {
        let row: String
        let value: String
    }

    /// The values; a row that is not there has none.
    let values: [Place: JSONValue]
    /// The selected as `show` has it: one value, or a list of them where several rows are meant.
    let shown: JSONValue

    init(_ selection: FieldSelection, in rows: [StateRow]) {
        let selected = rows.filter { selection.rows.contains($0.name) }
        let pairs = selected.flatMap { row in
            row.values.filter { selection.value == nil || $0.key == selection.value }
                .map { (Place(row: row.name, value: $0.key), $0.value) }
        }
        values = Dictionary(pairs) { $1 }
        let parts = selected.map { row in
            selection.value.map { row.values[$0] ?? .null } ?? row.whole
        }
        let isOne = selection.rows.count == 1 && parts.count < 2
        shown = isOne ? parts.first ?? .null : .array(parts)
    }

    /// The places whose values differ.
    ///
    /// What merely came along when the row appeared is not among them.
    func changes(from other: StateValues) -> Set<Place> {
        let said = said
        let places = Set(values.keys).union(other.values.keys)
        return places.filter { place in
            values[place] != other.values[place]
                && (other.values[place] != nil || said.contains(place))
        }
    }

    /// Whether some place has one value here and another there.
    func contradicts(_ other: StateValues) -> Bool {
        values.contains { place, value in other.values[place].map { $0 != value } ?? false }
    }

    /// The places at which a row appeared.
    func appearances(since other: StateValues) -> Set<Place> {
        Set(values.keys.filter { other.values[$0] == nil })
    }

    /// The places of which something is said: a yes or no may come along with a row, and what is
    /// absent or empty says nothing.
    var said: Set<Place> {
        Set(
            values.filter { _, value in
                switch value {
                case .null, .bool: false
                case .array(let elements): !elements.isEmpty
                default: true
                }
            }.keys)
    }

    /// Whether what stands at a place here still stands there: a list may have grown.
    func keeps(_ place: Place, in later: StateValues) -> Bool {
        guard let list = values[place]?.array, let grown = later.values[place]?.array else {
            return values[place] == later.values[place]
        }
        return list.allSatisfy { grown.contains($0) }
    }
}
