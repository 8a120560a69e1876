import CanonicalJSON
import Casework

extension Examination: Presentation {
    var pieces: [JSONValue] { checks.map(\.json) }

    var lines: [String] {
        checks.flatMap { check in
            var block = Block()
            block.add("\(check.isHealthy ? "ok  " : "BAD ") \(check.subject): \(check.finding)")
            if !check.isHealthy { block.add(check.remedy, margin: 5) }
            return block.lines
        }
    }

    var sheet: Sheet {
        Sheet(
            columns: ["check", "ok", "finding", "remedy"],
            rows: checks.map { [$0.subject, String($0.isHealthy), $0.finding, $0.remedy] })
    }
}
