import Foundation

/// A help text as shown: wrapped to the terminal, with highlighted titles.
struct HelpText {
    let text: String

    var lines: [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard isatty(STDOUT_FILENO) == 1 else { return lines.map(titled) }
        return lines.flatMap { fitted($0, hanging: title(of: $0)) }.map(titled)
    }

    private func titled(_ line: String) -> String {
        let title = title(of: line)
        guard title.isEmpty else {
            return inked(title.trimmedAtEnd, .heading) + " " + line.dropFirst(title.count)
        }
        let isTitle = line.last == ":" && line.first?.isWhitespace == false
        return isTitle ? inked(line, .heading) : line
    }

    /// The `USAGE: ` at the start of a line; empty if there is none.
    private func title(of line: String) -> String {
        ["EXAMPLE: ", "OVERVIEW: ", "USAGE: "].first { line.hasPrefix($0) } ?? ""
    }
}
