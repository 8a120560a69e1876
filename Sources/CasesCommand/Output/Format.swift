import ArgumentParser
import CanonicalJSON
import Foundation

/// How an answer is written.
enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json, jsonl, csv, md
}

/// An answer that can be shown in every format.
protocol Presentation {
    /// The whole answer for programs.
    var json: JSONValue { get }
    /// The answer piece by piece for programs.
    var pieces: [JSONValue] { get }
    /// The answer as rows.
    var sheet: Sheet { get }
    /// The answer for people.
    var lines: [String] { get }
}

extension Presentation {
    /// The answer in a format, a line each.
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

/// A help text as it is shown: on a terminal no line is wider, and its titles stand out.
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

    /// The `USAGE: ` that a line opens with; else nothing.
    private func title(of line: String) -> String {
        ["EXAMPLE: ", "OVERVIEW: ", "USAGE: "].first { line.hasPrefix($0) } ?? ""
    }
}
