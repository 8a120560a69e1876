import CanonicalJSON

/// Which rows of a state, and which value of them, a field names.
///
/// A field may leave out the end of a row's name, or what stands between it and the value's:
/// `controls.acme` and `controls.acme.since` name every control of Acme.
struct FieldSelection: Hashable, Sendable {
    /// The names of the rows, in order.
    let rows: [String]
    /// The one value that is meant; nil for the whole of them.
    let value: String?

    /// The whole of some rows, or one value of each.
    init(rows: [String], value: String?) {
        self.rows = rows
        self.value = value
    }

    /// What `field` names among rows; nil where it names none.
    init?(_ field: String, among rows: [StateRow]) {
        let names = rows.map(\.name).uniqued()
        if names.contains(field) {
            self.init(rows: [field], value: nil)
        } else if let row = rows.first(where: { $0.fields.contains(field) }) {
            self.init(rows: [row.name], value: String(field.dropFirst(row.name.count + 1)))
        } else {
            self.init(field, beginning: rows)
        }
    }

    private init?(_ field: String, beginning rows: [StateRow]) {
        let begun = rows.filter { $0.name.hasPrefix(field + ".") }.map(\.name).uniqued()
        guard begun.isEmpty else {
            self.init(rows: begun, value: nil)
            return
        }
        guard let dot = field.lastIndex(of: ".") else { return nil }
        let (start, value) = (field[...dot], String(field[dot...].dropFirst()))
        let having = rows.filter { $0.name.hasPrefix(start) && $0.values[value] != nil }
        guard !having.isEmpty else { return nil }
        self.init(rows: having.map(\.name).uniqued(), value: value)
    }
}

extension StateRow {
    /// The fields that name one value of it.
    var fields: [String] {
        values.keys.filter { !$0.isEmpty }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            .map { "\(name).\($0)" }
    }
}
