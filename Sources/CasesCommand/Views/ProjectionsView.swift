import CanonicalJSON
import Casework
import Projections
import ReadModels

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
    /// How it stands, for people.
    fileprivate var remark: String {
        if status == "ahead" { return "ahead by \(lead): cases rebuild" }
        guard let failure = checkpoint?.failure else { return status }
        return "stopped at event \(failure.position): \(failure.reason)"
    }
}
