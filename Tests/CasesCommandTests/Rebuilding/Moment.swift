import RandomSupport
import TestSupport

/// When something is killed.
struct Moment: CustomStringConvertible {
    /// The statement of a rebuild that stands at the gate then.
    let step: Int
    /// How many statements it has.
    let steps: Int
    /// Whether it goes on meanwhile, or the server does what it was last asked to; else it ends at
    /// once.
    let goesOn: Bool

    /// Twenty moments of a rebuild that makes these statements: the midst of the swap, when the old
    /// ones are live no more and the new ones not yet, and others by chance.
    static func twenty(of passages: [String], _ random: inout SplitMix) -> [Moment] {
        let swap = passages.lastIndex(of: "UPDATE projection").map { $0 + 1 } ?? 0
        let steps =
            [swap] + (1...19).map { _ in Int.random(in: 1...passages.count, using: &random) }
        return steps.map { step in
            Moment(
                step: step, steps: passages.count,
                goesOn: step != swap && Bool.random(using: &random))
        }
    }

    var description: String { "step \(step) of \(steps)\(goesOn ? ", going on" : "")" }
}
