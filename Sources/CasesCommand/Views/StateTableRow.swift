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

extension Measure {
    /// Its status, since when, when it takes effect, and until when.
    var standing: String {
        let effect = effective.flatMap { day in
            since == day ? nil : "effective \(day.phrase)"
        }
        let facts = [
            status.phrase, "since \(since.phrase)", effect,
            until.map { $0.lasting(hasPassed: hasUntilPassed) },
        ]
        return facts.compactMap(\.self).joined(separator: ", ")
    }

    /// That it is not enforced, since when and until when; nil if it is enforced.
    var enforcement: String? {
        guard !isEnforced else { return nil }
        let facts = [
            "not enforced", enforcedSince.map { "since \($0.phrase)" },
            enforcedUntil.map { $0.lasting(hasPassed: hasEnforcedUntilPassed) },
        ]
        return facts.compactMap(\.self).joined(separator: ", ")
    }
}

extension Measure.Status {
    /// The status in words.
    var phrase: String {
        switch self {
        case .ended(let how?): "ended (\(how.rawValue))"
        default: word.replacing("_", with: " ")
        }
    }
}

extension Measure.Amendment {
    /// When it changed, and how.
    var words: String {
        let effective = said.effective.map { ", effective \($0.phrase)" } ?? ""
        return "\(occurred.phrase)\(effective): \(said.change)"
    }
}

extension Possibility {
    /// The possible status, since when and until when.
    var words: String {
        let how = how.map { " (\($0))" } ?? ""
        let enforced = isEnforced.map { $0 ? ", enforced" : ", not enforced" } ?? ""
        let until = until.map { ", until \($0.phrase)" } ?? ""
        return status.replacing("_", with: " ") + how + enforced + ", since \(since.phrase)" + until
    }
}

extension EDTFDate {
    /// Until when something lasts; if that day has passed, that no end was recorded.
    func lasting(hasPassed: Bool) -> String {
        "until \(phrase)" + (hasPassed ? ", which has passed; no end is recorded" : "")
    }
}
