/// A cell of a CSV table.
package enum CSVCell: Sendable {
    /// Free text, escaped where a spreadsheet would take it for a formula.
    case text(String)
    /// A name, a date, a number or JSON: never a formula, and never escaped.
    case plain(String)

    /// The content, escaped but not quoted.
    ///
    /// A text that begins like a formula, or with an apostrophe, gets an apostrophe before it: without
    /// that one it is the text again.
    fileprivate var content: String {
        switch self {
        case .plain(let text): return text
        case .text(let text):
            let first = text.unicodeScalars.first
            let isRisky = first.map { "'=+-@\t\n\r＝＋－＠".unicodeScalars.contains($0) } ?? false
            return isRisky ? "'" + text : text
        }
    }
}

/// A line of a CSV table (RFC 4180).
package enum CSVLine {
    /// The line without its end.
    ///
    /// Compares Unicode scalars: a comma with a combining accent is one character, but still a
    /// separator.
    package static func text(_ cells: [CSVCell]) -> String {
        cells.map { quoted($0.content) }.joined(separator: ",")
    }

    private static func quoted(_ text: String) -> String {
        let special = ",\"\n\r".unicodeScalars
        return text.unicodeScalars.contains { special.contains($0) } ? inQuotes(text) : text
    }

    /// A text in quotation marks, its own doubled.
    static func inQuotes(_ text: String) -> String {
        let parts = text.unicodeScalars.split(separator: "\"", omittingEmptySubsequences: false)
        return "\"" + parts.map { String($0) }.joined(separator: "\"\"") + "\""
    }
}
