import CaseModel
import Projections

extension EDTFDate? {
    /// A date in a sentence: as precise as it is known.
    var phrase: String { self?.phrase ?? "undated" }

    /// A date in a table: as it was recorded.
    var cell: String { self?.text ?? "undated" }
}

extension ChainLink {
    /// The link in a line: `responds_to (retaliates_for), explicit, likely`.
    var words: String {
        let mode = identity.mode.map { " (\($0.rawValue))" } ?? ""
        let likelihood = likelihood.map { ", \($0.rawValue)" } ?? ""
        return "\(identity.relation.rawValue)\(mode), \(basis.rawValue)\(likelihood)"
    }
}
