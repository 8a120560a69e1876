import Exchange

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
    /// A text that a spreadsheet would treat as a formula, or that begins with an apostrophe, is
    /// prefixed with an apostrophe.
    package var csv: [String] {
        ([columns] + rows).map { CSVLine.text($0.map(CSVCell.text)) }
    }
}
