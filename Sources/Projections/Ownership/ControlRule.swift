import CanonicalJSON
public import CaseModel

/// A rule that treats what listed parties own as listed, with the periods in which it applied.
///
/// The rules are data (`Rules/rules.json`), because they change: they are announced, suspended for a
/// year, and read more broadly.
public struct ControlRule: Hashable, Sendable {
    /// A time during which a rule reads in one way: from its day until the next period begins.
    public struct Period: FieldRecord, Hashable {
        /// The first day.
        public let from: EDTFDate
        /// The planned last day; nil if none was stated.
        public let until: EDTFDate?
        /// Whether the rule applies then.
        public let status: Status
        /// Whether the shares of several captured owners add up.
        public let addsUp: Bool

        /// Reads the members.
        public init(reading fields: inout FieldReader) {
            from = fields.required("from")
            until = fields.optional("until")
            status = fields.required("status")
            addsUp = fields.required("adds_up")
        }
    }

    /// Whether a rule applies.
    public enum Status: String, Word {
        case inForce = "in_force"
        case suspended
        case ended
    }

    /// The name by which commands and answers know it.
    public let slug: Slug
    /// Its name.
    public let name: String
    /// The programmes whose lists it extends, as `list.registered` states them.
    public let programmes: [String]
    /// The share from which an asset is captured.
    public let threshold: Fraction
    /// Its periods, in order.
    public let periods: [Period]
    /// Where it is published.
    public let citations: [String]
}

extension ControlRule: FieldRecord {
    /// Reads the members.
    public init(reading fields: inout FieldReader) {
        slug = fields.required("rule")
        name = fields.required("name")
        programmes = fields.list("programmes")
        threshold = fields.required("threshold")
        periods = fields.list("periods")
        citations = fields.list("citations")
    }
}

extension ControlRule {
    /// What a rule was on a day.
    public enum Standing: Hashable, Sendable {
        /// It did not exist yet.
        case notYet
        /// In this period; `isOver` if the planned end of the period has passed and no later one
        /// is known.
        case period(Period, isOver: Bool)
        /// The day is too vague to tell.
        case unclear
    }

    /// What the rule was on a day; without one, its last period, which may be over.
    public func standing(on day: EDTFDate?) -> Standing {
        guard let day else {
            // The status after a planned end is not known.
            return periods.last.map { .period($0, isOver: $0.until != nil) } ?? .notYet
        }
        let begun = periods.map { $0.from.began(by: day) }
        // A month in which a period begins has days before it.
        let isVague = periods.contains { period in
            period.from.began(by: day) == .yes && day.isBefore(period.from) != .no
        }
        guard !begun.contains(.unknown), !isVague else { return .unclear }
        guard let last = begun.lastIndex(of: .yes) else { return .notYet }
        let isOver = periods[last].until.map { $0.hasPassed(by: day) == .yes } ?? false
        return .period(periods[last], isOver: isOver)
    }
}
