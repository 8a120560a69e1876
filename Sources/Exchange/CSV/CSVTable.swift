import CanonicalJSON

/// A table of a data package: its columns with their types, and its rows.
struct CSVTable {
    /// What a column holds.
    enum Kind {
        /// Free text.
        case text
        /// A slug, a name of an event, a word or JSON.
        case name
        /// A date in EDTF, no more precise than its source.
        case edtf
        /// The first or last day that a date allows.
        case day
        case integer, flag, instant
    }

    /// A column.
    struct Column {
        let name: String
        let kind: Kind
        /// What it holds, in one clause.
        let meaning: String
    }

    /// The table that some columns point into.
    struct Key {
        let column: String
        let table: String
        let target: String
    }

    let name: String
    let meaning: String
    let columns: [Column]
    let primaryKey: [String]
    var keys: [Key] = []
    private(set) var rows: [[String]] = []

    init(_ name: String, _ meaning: String, key: [String], _ columns: [Column]) {
        (self.name, self.meaning, self.primaryKey, self.columns) = (name, meaning, key, columns)
    }

    /// Adds a row with a cell for each column; nil is an empty cell.
    mutating func add(_ cells: [String?]) { rows.append(cells.map { $0 ?? "" }) }

    /// The values of a column.
    func values(of column: String) -> Set<String> {
        guard let place = columns.firstIndex(where: { $0.name == column }) else { return [] }
        return Set(rows.map { $0[place] })
    }

    /// The file, with a byte order mark if asked for.
    func bytes(withMark: Bool) -> [UInt8] {
        let header = columns.map { CSVCell.plain($0.name) }
        let lines = [header] + rows.map { row in zip(columns, row).map { $0.cell($1) } }
        let text = lines.map { CSVLine.text($0) + "\r\n" }.joined()
        return Array(((withMark ? "\u{feff}" : "") + text).utf8)
    }
}

extension CSVTable.Column {
    fileprivate func cell(_ text: String) -> CSVCell {
        if case .text = kind { .text(text) } else { .plain(text) }
    }
}
