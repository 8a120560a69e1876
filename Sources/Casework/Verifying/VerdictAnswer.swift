package import CanonicalJSON
import Digest
package import Ledger
import Projections

/// `cases.verify/1`: whether the log is unchanged.
package struct VerdictAnswer: Answer {
    /// The result of the verification.
    package let verdict: Verdict

    /// Creates an answer.
    package init(_ verdict: Verdict) { self.verdict = verdict }

    /// The root of the Merkle tree, encoded as in checkpoints.
    package var root: String { verdict.root.base64 }

    /// The answer as JSON, as documented.
    package var json: JSONValue {
        [
            "schema": "cases.verify/1",
            "ok": .bool(verdict.holds),
            "size": .integer(Int64(verdict.size)),
            "erased": .integer(Int64(verdict.erased)),
            "root": .string(root),
            "checkpoints": .array(verdict.checkpoints.map(\.json)),
            "problems": .array(verdict.problems.map(\.json)),
            "further_problems": .integer(Int64(verdict.furtherProblems)),
        ]
    }
}

extension LogCheckpoint {
    fileprivate var json: JSONValue {
        [
            "origin": .string(origin), "size": .integer(Int64(clamping: size)),
            "root": .string(root.base64),
        ]
    }
}

extension Problem {
    fileprivate var json: JSONValue {
        ["position": .integer(position), "problem": .string(kind.description)]
    }
}
