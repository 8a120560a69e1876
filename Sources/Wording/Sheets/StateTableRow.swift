import CaseModel
import Projections

/// A row of a case's table; columns that do not apply are empty.
struct StateTableRow {
    /// The columns, in their order.
    enum Column: String, CaseIterable {
        case what, subject, status, since
        case setBy = "set_by"
        case certain, perhaps, title, how, until
        case untilPassed = "until_passed"
        case effective, kind, direction, by, on, enforced
        case enforcedUntil = "enforced_until"
        case instrument, jurisdiction, amendments, scope, measure, owner, share, direct, disputed
        case source, value
    }

    private var cells: [Column: String]

    init(_ what: String, _ subject: String) { cells = [.what: what, .subject: subject] }

    /// A row that an event set.
    init(_ what: String, _ subject: String, setBy event: EventReference, _ standing: Values) {
        self.init(what, subject)
        self[.status] = standing.status
        self[.since] = standing.since?.text ?? ""
        self[.setBy] = event.description
        self[.certain] = yesOrNo(standing.isCertain)
        self[.perhaps] = standing.perhaps.map { "\($0.words) (\($0.setBy))" }
            .joined(separator: "; ")
    }

    /// The status under the requested clocks.
    struct Values {
        let status: String
        let since: EDTFDate?
        let isCertain: Bool
        let perhaps: [Possibility]
    }

    subscript(column: Column) -> String {
        get { cells[column] ?? "" }
        set { cells[column] = newValue }
    }

    /// Sets the end, and whether it has passed without a recorded end.
    mutating func lasts(until date: EDTFDate?, hasPassed: Bool) {
        self[.until] = date?.text ?? ""
        if date != nil { self[.untilPassed] = yesOrNo(hasPassed) }
    }
}
