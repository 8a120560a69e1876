import CaseModel
import Yams

extension LocatedFault {
    /// An error of the YAML parser, in its words; they mention a place, never content.
    init(yaml error: any Error, of text: YAMLText, file: String) {
        let refusal = Refusal(error, of: text)
        self.init(
            at: Place(file: file, line: refusal.mark?.line, column: refusal.mark?.column),
            .badEvent, "this is not valid YAML: \(refusal.problem)", hint: refusal.hint)
    }
}

/// A problem that a YAML parser found.
private struct Refusal {
    var mark: YAMLMarks.Mark?
    var problem = "it cannot be parsed"
    var hint = "mind the indentation, and quote texts that hold a colon or begin with [ or {"

    init(_ error: any Error, of text: YAMLText) {
        switch error as? YamlError {
        case .scanner(let context, let problem, let mark, _),
            .parser(let context, let problem, let mark, _):
            (self.mark, self.problem) = (mark.ours, problem)
            explain(beginning: context?.mark.ours, in: text)
        case .composer(_, let problem, let mark, _):
            self.mark = mark.ours
            let isAlias = problem.contains("alias")
            self.problem = isAlias ? "an alias that names nothing" : "a second document begins here"
            hint = isAlias ? "write the value out where it stands" : "give each a file of its own"
        case .duplicatedKeysInMapping(let names, let context):
            mark = context.mark.ours
            problem = "the field \(quoted(text.restored(names.first ?? ""))) is given twice"
            hint = "keep one of the two"
        default:
            break
        }
    }

    /// The remedies for problems of the parser, by a word in its message.
    private static let remedies: [(word: String, hint: String)] = [
        ("hexdecimal", "write as many digits as the escape has: \\x41, \\u0041, \\U00000041"),
        (
            "escape",
            "inside double quotes \\ begins an escape: write \\\\ for it, or use single quotes"
        ),
        ("directive", "leave out the lines that begin with %"),
        ("incompatible", "leave out the line %YAML, or write %YAML 1.2"),
        ("tab", "indent with blanks, not with tabs"),
        ("tag", "leave the tag out: the field says what its value is"),
        ("document start", "one document a file; mind the indentation of what stands before"),
    ]

    /// What to do, and for an unterminated construct, where it begins.
    private mutating func explain(beginning: YAMLMarks.Mark?, in text: YAMLText) {
        if problem.contains("end of stream") || problem.contains("document indicator") {
            mark = beginning ?? mark
            problem = "the quotation mark here has no other"
            hint = "end the text with the same quotation mark; double one that belongs to the text"
        } else if problem.contains("nesting level") {
            problem = "more than 1000 lists and objects inside each other"
            hint = "nest it less deeply"
        } else if problem.contains("cannot start"), let mark {
            explain(character: text.character(at: mark))
        } else if problem.contains("Unicode character escape") {
            hint = "write the character itself, or \\U and its number in eight digits"
        } else {
            hint = Refusal.remedies.first { problem.contains($0.word) }?.hint ?? hint
        }
    }

    private mutating func explain(character: Unicode.Scalar?) {
        if character == "\t" {
            problem = "a tab in the indentation"
            hint = "indent with blanks, not with tabs"
        } else if let character {
            problem = "a text that begins with \(quoted(String(character)))"
            hint = "put it in quotation marks"
        }
    }
}

extension Mark {
    /// The parser's mark as a place of this program.
    var ours: YAMLMarks.Mark { YAMLMarks.Mark(line: line, column: column) }
}
