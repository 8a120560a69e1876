import CanonicalJSON
import Casework
import Ledger

extension Rebuilt {
    /// `cases.receipt/1`: what was rebuilt or checked, of which log, and how long it took.
    func receipt(of verdict: Verdict) -> JSONValue {
        [
            "schema": "cases.receipt/1", "ok": .bool(holds && verdict.holds),
            "position": .integer(head), "root": .string(VerdictAnswer(verdict).root),
            "seconds": .integer((milliseconds + 999) / 1000),
            "events_per_second": .integer(rate),
            "projections": .array(
                projections.map { line in
                    [
                        "name": .string(line.name), "version": .integer(line.version),
                        "rows": .integer(line.rows), "digest": .string(line.digest),
                    ]
                }),
        ]
    }
}
