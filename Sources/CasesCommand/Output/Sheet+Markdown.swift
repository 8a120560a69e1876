import CommandSupport
import Wording

extension Sheet {
    /// A table in GitHub Flavored Markdown.
    var markdown: [String] {
        let rule = columns.map { _ in "---" }
        return ([columns, rule] + rows.map { $0.map(Sheet.markdownCell) }).map {
            "| " + $0.joined(separator: " | ") + " |"
        }
    }

    /// A text as a cell that renders literally: without markup, HTML, formulas or autolinked
    /// addresses.
    private static func markdownCell(_ text: String) -> String {
        let special = "\\|<>&*_`[]~$".unicodeScalars
        let marked = plain(text).unicodeScalars
            .map { special.contains($0) ? "\\\($0)" : "\($0)" }.joined()
        // Email addresses are detected after escapes are processed, so a comment is needed to break
        // them; the others are detected before, so an escape suffices.
        return marked.replacing("://", with: "\\://")
            .replacing(/[Ww][Ww][Ww]\./) { "\($0.output.dropLast())\\." }
            .replacing(/([A-Za-z0-9])@(?=[A-Za-z0-9])/) { "\($0.output.1)<!-- -->@" }
    }
}
