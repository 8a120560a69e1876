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

    /// Looked at scalar by scalar: a comma with an accent is one character, and still a comma.
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

    /// A table of GitHub's Markdown.
    var markdown: [String] {
        let rule = columns.map { _ in "---" }
        return ([columns, rule] + rows.map { $0.map(Sheet.markdownCell) }).map {
            "| " + $0.joined(separator: " | ") + " |"
        }
    }

    /// A text as a cell that shows just that text: no mark, no HTML, no formula, and no link of an
    /// address that stands bare.
    private static func markdownCell(_ text: String) -> String {
        let special = "\\|<>&*_`[]~$".unicodeScalars
        let marked = plain(text).unicodeScalars
            .map { special.contains($0) ? "\\\($0)" : "\($0)" }.joined()
        // A comment parts what is found after escapes are read; the others are found before.
        return marked.replacing("://", with: "\\://")
            .replacing(/[Ww][Ww][Ww]\./) { "\($0.output.dropLast())\\." }
            .replacing(/([A-Za-z0-9])@(?=[A-Za-z0-9])/) { "\($0.output.1)<!-- -->@" }
    }
}
