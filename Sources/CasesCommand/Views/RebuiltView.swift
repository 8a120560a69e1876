import CanonicalJSON
import Casework
import CommandSupport
import Projections
import ReadModels
import Wording

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
    /// The mismatches, in words.
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

extension ProjectionList: Presentation {
    var pieces: [JSONValue] { projections.map(\.json) }

    var lines: [String] {
        var table = TextTable("READ MODEL", "ROWS", "POSITION", "LAG", "DIGEST", "", flexible: 5)
        for line in projections {
            table.add(paragraphs: [
                [line.projection.name], [String(line.digest.rows)],
                [String(line.checkpoint?.position ?? 0)], [String(line.lag)],
                [String(line.digest.text.prefix(16))], [plain(line.remark)],
            ])
        }
        var block = Block()
        for event in unreadable { block.add(event.sentence) }
        let end = ["", "the log is at position \(head)"]
        return table.lines + (unreadable.isEmpty ? [] : [""] + block.lines) + end
    }

    var sheet: Sheet {
        Sheet(
            columns: [
                "name", "version", "status", "position", "lag", "rows", "digest", "failed_at",
                "failure",
            ],
            rows: projections.map {
                [
                    $0.projection.name, String($0.projection.version), $0.status,
                    String($0.checkpoint?.position ?? 0), String($0.lag), String($0.digest.rows),
                    $0.digest.text, $0.checkpoint?.failure.map { String($0.position) } ?? "",
                    $0.checkpoint?.failure?.reason ?? "",
                ]
            })
    }
}

extension ProjectionList.Line {
    /// The status, for people.
    fileprivate var remark: String {
        if status == "ahead" { return "ahead by \(lead): cases rebuild" }
        guard let failure = checkpoint?.failure else { return status }
        return "stopped at event \(failure.position): \(failure.reason)"
    }
}
