import ArgumentParser
import CanonicalJSON
import Foundation

/// The format of an answer.
enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json, jsonl, csv, md
}

/// An answer that can be shown in every format.
protocol Presentation {
    /// The whole answer for programs.
    var json: JSONValue { get }
    /// The answer for programs, piece by piece.
    var pieces: [JSONValue] { get }
    /// The answer as a table.
    var sheet: Sheet { get }
    /// The answer for people.
    var lines: [String] { get }
}

extension Presentation {
    /// The lines of the answer in a format.
    func lines(as format: Format) -> [String] {
        switch format {
        case .table: lines
        case .json: [json.line]
        case .jsonl: pieces.map(\.line)
        case .csv: sheet.csv
        case .md: sheet.markdown
        }
    }
}

extension JSONValue {
    /// The canonical JSON as text.
    var line: String { String(decoding: canonicalBytes(), as: UTF8.self) }
}

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
