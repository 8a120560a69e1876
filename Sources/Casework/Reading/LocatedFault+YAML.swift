import CaseModel
import Yams

extension LocatedFault {
    /// What the YAML parser refused, in its words; they name a place, never a text.
    init(yaml error: any Error, file: String) {
        let refusal = Refusal(error)
        self.init(
            at: Place(file: file, line: refusal.mark?.line, column: refusal.mark?.column),
            .badEvent, "this is no YAML: \(refusal.problem)", hint: refusal.hint)
    }
}

/// What a parser of YAML found wrong.
private struct Refusal {
    var mark: YAMLMarks.Mark?
    var problem = "it cannot be parsed"
    var hint = "mind the indentation, and quote texts that hold a colon or begin with [ or {"

    init(_ error: any Error) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
            (self.mark, self.problem) = (mark.ours, problem)
        case .composer(_, let problem, let mark, _):
            self.mark = mark.ours
            let isAlias = problem.contains("alias")
            self.problem = isAlias ? "an alias that names nothing" : "a second document begins here"
            hint = isAlias ? "write the value out where it stands" : "give each a file of its own"
        case .duplicatedKeysInMapping(let names, let context):
            mark = context.mark.ours
            problem = "the field \(quoted(names.first ?? "")) is given twice"
            hint = "keep one of the two"
        case .reader(let problem, let offset, _, let yaml):
            self.problem = problem
            mark = offset.flatMap { Refusal.mark($0, in: yaml) }
            hint = "remove it; of the control characters, text has only \\t and \\n"
        default:
            break
        }
    }

    /// The place of a character by its number, from 0.
    private static func mark(_ offset: Int, in text: String) -> YAMLMarks.Mark? {
        guard let index = text.index(text.startIndex, offsetBy: offset, limitedBy: text.endIndex)
        else { return nil }
        let lines = text[..<index].unicodeScalars.split(
            separator: "\n", omittingEmptySubsequences: false)
        return YAMLMarks.Mark(line: lines.count, column: (lines.last?.count ?? 0) + 1)
    }
}

extension Mark {
    /// The mark as this program keeps it.
    var ours: YAMLMarks.Mark { YAMLMarks.Mark(line: line, column: column) }
}
