package import CaseModel
import Projections

/// A row of a case's state in words: what it is about, what is known of it, and what set it.
package struct StateText: Sendable {
    /// What it is about.
    package let title: String
    /// What is known of it, a line each.
    package let facts: [String]
    /// The event that set it, with marks; nil for a dispute.
    package let setBy: (event: EventReference, words: String)?
    /// Changes that may have happened since, each with the event that would have made it.
    package let perhaps: [(event: EventReference, words: String)]
    /// The name of the field that holds its status, as `why` takes it; nil if it has none.
    package let field: String?
    /// Whether the only fact and what set it are read in one line.
    package let isShort: Bool

    init(
        _ title: String, _ facts: [String], setBy: (event: EventReference, words: String)? = nil,
        perhaps: [Possibility] = [], field: String? = nil, isShort: Bool = false
    ) {
        self.field = field
        (self.title, self.facts, self.setBy) = (title, facts, setBy)
        self.perhaps = perhaps.map { (event: $0.setBy, words: "perhaps \($0.words)") }
        self.isShort = isShort
    }
}

/// The rows of one kind in a case's state.
package struct StateSection: Sendable {
    /// What the rows are.
    package let heading: String
    /// The rows, in the order of the state.
    package let rows: [StateText]
    /// Whether they warn of something.
    package let isAlarming: Bool

    init(_ heading: String, _ rows: [StateText], isAlarming: Bool = false) {
        (self.heading, self.rows, self.isAlarming) = (heading, rows, isAlarming)
    }
}
