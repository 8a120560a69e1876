import CanonicalJSON
import Wording

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
