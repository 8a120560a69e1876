/// A flat table for spreadsheets and documents: one line per row, plain text in every cell.
package struct Sheet {
    /// The names of the columns.
    package let columns: [String]
    /// The rows.
    package let rows: [[String]]

    /// Creates a table; each row has a cell for each column.
    package init(columns: [String], rows: [[String]]) {
        (self.columns, self.rows) = (columns, rows)
    }

    /// CSV (RFC 4180).
    ///
    /// A text that a spreadsheet would treat as a formula is prefixed with an apostrophe.
    package var csv: [String] {
        ([columns] + rows).map { $0.map(Sheet.csvCell).joined(separator: ",") }
    }

    /// Compares Unicode scalars: a comma with a combining accent is one character, but still a
    /// separator.
    private static func csvCell(_ text: String) -> String {
        let formula = "=+-@\t\n\r＝＋－＠".unicodeScalars
        let isFormula = text.unicodeScalars.first.map { formula.contains($0) } ?? false
        let safe = isFormula ? "'" + text : text
        guard safe.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else {
            return safe
        }
        let parts = safe.unicodeScalars.split(separator: "\"", omittingEmptySubsequences: false)
        return "\"" + parts.map { String($0) }.joined(separator: "\"\"") + "\""
    }
}
