import CanonicalJSON
import Casework
import Projections
import ReadModels

extension Rebuilt: Presentation {
    var pieces: [JSONValue] { json.object?["projections"]?.array ?? [] }

    var lines: [String] {
        var table = TextTable("READ MODEL", "ROWS", "DIGEST", "", flexible: 0)
        for line in projections {
            table.add(paragraphs: [
                [line.name], [String(line.rows)], [String(line.digest.prefix(16))],
                [line.holds ? "" : "differs"],
            ])
        }
        let problems = projections.flatMap { line in
            line.problems.flatMap { wrap(plain("\(line.name): \($0)"), to: terminalWidth) }
        }
        return table.lines + (problems.isEmpty ? [] : [""] + problems)
            + ["", "\(head) events, \(rate) a second"]
    }

    var sheet: Sheet {
        Sheet(
            columns: ["name", "version", "rows", "digest", "holds", "problems"],
            rows: projections.map {
                [
                    $0.name, String($0.version), String($0.rows), $0.digest,
                    $0.holds ? "yes" : "no", $0.problems.joined(separator: "; "),
                ]
            })
    }
}

extension Rebuilt.Line {
    /// What does not hold, in words.
    var problems: [String] {
        var problems: [String] = []
        if let failure {
            problems.append("stopped at event \(failure.position): \(failure.reason)")
        }
        problems += differences.map(\.words)
        let further = differenceCount - Int64(differences.count)
        if further > 0 { problems.append("and \(further) more rows") }
        if let locked, locked != digest {
            problems.append("the digest is \(digest), the lock file says \(locked)")
        }
        return problems
    }
}

extension RowDifference {
    fileprivate var words: String {
        let row = key.map { $0.string ?? $0.line }.joined(separator: " ")
        let what =
            switch kind {
            case .missing: "is missing"
            case .unexpected: "is not made by the log"
            case .changed: "has another \(columns.joined(separator: ", "))"
            }
        return "the row \(row) \(what) (event \(event))"
    }
}
