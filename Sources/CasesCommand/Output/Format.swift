import ArgumentParser
import CanonicalJSON

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
