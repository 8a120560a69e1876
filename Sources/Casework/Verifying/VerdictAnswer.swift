package import CanonicalJSON
import Foundation
package import Ledger
import Projections

/// `cases.verify/1`: whether the log is as it was recorded.
package struct VerdictAnswer: Answer {
    /// What was found.
    package let verdict: Verdict

    /// An answer.
    package init(_ verdict: Verdict) { self.verdict = verdict }

    /// The root of the tree as checkpoints write it.
    package var root: String { Data(verdict.root).base64EncodedString() }

    /// The answer as the contract has it.
    package var json: JSONValue {
        [
            "schema": "cases.verify/1",
            "ok": .bool(verdict.holds),
            "size": .integer(Int64(verdict.size)),
            "erased": .integer(Int64(verdict.erased)),
            "root": .string(root),
            "problems": .array(verdict.problems.map(\.json)),
            "further_problems": .integer(Int64(verdict.furtherProblems)),
        ]
    }
}

extension Problem {
    fileprivate var json: JSONValue {
        ["position": .integer(position), "problem": .string(kind.description)]
    }
}
