public import CaseModel

/// Something about an event that cannot be right as it stands, or is easily misread.
public struct Lint: Hashable, Sendable {
    /// What is wrong.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// An event is dated after a source that reports it.
        case afterItsSource = "after_its_source"
        /// An answer is dated before what it answers.
        case beforeWhatItAnswers = "before_what_it_answers"
        /// A first of a month that no source supports.
        case unsupportedFirst = "unsupported_first"
        /// Arithmetic that does not hold.
        case arithmetic
        /// One thing in two units.
        case mixedUnits = "mixed_units"
        /// Shares that add up to more than the whole.
        case aboveTheWhole = "above_the_whole"
        /// The end, change or prolongation of what never began.
        case neverBegan = "never_began"
        /// The same of what began only later.
        case beforeItBegan = "before_it_began"
        /// An end that is set before the beginning.
        case endsBeforeItBegins = "ends_before_it_begins"
        /// One slug for two measures.
        case oneNameForTwo = "one_name_for_two"
        /// Retaliation for an act of one's own side.
        case againstItsOwnSide = "against_its_own_side"
        /// One family name for two people.
        case oneFamilyName = "one_family_name"
    }

    /// The event; for a name the registration of who bears it.
    public let event: EventReference
    /// What is wrong with it.
    public let kind: Kind
    /// In words, with what it was concluded from.
    public let detail: String
    /// Where the event stands in the log; nil for an actor.
    let position: Int64?
    /// The cases that it concerns.
    let cases: Set<StreamName>
}

extension Lint {
    /// Something wrong with an event, perhaps in view of others.
    init(_ kind: Kind, _ event: Event, _ detail: String, besides others: [Event] = []) {
        self.init(
            event: event.reference, kind: kind, detail: detail, position: event.position,
            cases: Set(([event] + others).map(\.stream)))
    }

    fileprivate var place: (Int64, Int) {
        (position ?? .max, Kind.allCases.firstIndex(of: kind) ?? 0)
    }
}

extension Testimonies {
    /// What cannot be right, in order of position, then of the list above, then of what they say.
    var lints: [Lint] {
        let each = happenings.flatMap { standing -> [Lint] in
            let dates = lateEvents(standing) + earlyAnswers(standing) + earlyEnds(standing)
            let numbers = wrongProducts(standing) + mixedClaims(standing)
            return dates + unsupportedFirsts(standing) + numbers + ownSideRetaliations(standing)
        }
        let figures = mixedFigures + sharesAboveTheWhole + percentagesAboveTheWhole
        let several = figures + undoingNothing + measuresOfOneName + sharedFamilyNames
        return (each + several).sorted { one, other in
            if one.place != other.place { return one.place < other.place }
            return "\(one.event) \(one.detail)".utf8
                .lexicographicallyPrecedes("\(other.event) \(other.detail)".utf8)
        }
    }
}
