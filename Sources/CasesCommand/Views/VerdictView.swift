import CanonicalJSON
import Casework
import Ledger
import Projections

extension VerdictAnswer: Presentation {
    var pieces: [JSONValue] { [json] }

    var lines: [String] {
        let size = verdict.size == 1 ? "1 event" : "\(verdict.size) events"
        guard !verdict.holds else {
            return ["\(size) verified"] + wrap("root \(root)", to: terminalWidth)
        }
        var lines = ["\(size) read; the log is not as it was recorded"]
        for problem in verdict.problems {
            lines += wrap("position \(problem.position): \(problem.kind)", to: terminalWidth)
        }
        if verdict.furtherProblems > 0 { lines.append("and \(verdict.furtherProblems) more") }
        return lines + wrap("root of what is stored now \(root)", to: terminalWidth)
    }

    var sheet: Sheet {
        Sheet(
            columns: ["position", "problem"],
            rows: verdict.problems.map { [String($0.position), $0.kind.description] })
    }
}
