/// A flat table for spreadsheets and documents: a line a row, every cell one text.
struct Sheet {
    /// The names of the columns.
    let columns: [String]
    /// The rows.
    let rows: [[String]]

    /// CSV (RFC 4180).
    ///
    /// A text that a spreadsheet would take for a formula gets an apostrophe.
    var csv: [String] {
        ([columns] + rows).map { $0.map(Sheet.csvCell).joined(separator: ",") }
    }

    private static func csvCell(_ text: String) -> String {
        let formula = "=+-@\t\r＝＋－＠"
        let safe = text.first.map { formula.contains($0) } == true ? "'" + text : text
        guard safe.contains(where: { ",\"\n\r".contains($0) }) else { return safe }
        return "\""
            + safe.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }

    /// A table of GitHub's Markdown.
    var markdown: [String] {
        let rule = columns.map { _ in "---" }
        return ([columns, rule] + rows.map { $0.map(Sheet.markdownCell) }).map {
            "| " + $0.joined(separator: " | ") + " |"
        }
    }

    private static func markdownCell(_ text: String) -> String {
        plain(text).map { "\\|<>&*_`[]".contains($0) ? "\\\($0)" : "\($0)" }.joined()
    }
}
