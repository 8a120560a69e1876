public import CaseModel

/// Something about an event that cannot be correct as recorded, or is easily misread.
public struct Lint: Hashable, Sendable {
    /// The kind of problem.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// An event is dated after a source that reports it.
        case afterItsSource = "after_its_source"
        /// A response is dated before what it responds to.
        case beforeWhatItAnswers = "before_what_it_answers"
        /// A first of a month that no source supports.
        case unsupportedFirst = "unsupported_first"
        /// Numbers that do not add up.
        case arithmetic
        /// One thing in two units.
        case mixedUnits = "mixed_units"
        /// Shares that add up to more than the whole.
        case aboveTheWhole = "above_the_whole"
        /// The end, change or extension of something that never began.
        case neverBegan = "never_began"
        /// The end, change or extension of something that began only later.
        case beforeItBegan = "before_it_began"
        /// An end that is set before the beginning.
        case endsBeforeItBegins = "ends_before_it_begins"
        /// One slug for two measures.
        case oneNameForTwo = "one_name_for_two"
        /// Retaliation for an act of one's own side.
        case againstItsOwnSide = "against_its_own_side"
        /// One family name for two people.
        case oneFamilyName = "one_family_name"
        /// One identifier for two actors.
        case oneIdentifierForTwo = "one_identifier_for_two"
        /// Names of two actors that look alike.
        case alikeNames = "alike_names"
        /// One address for two sources.
        case oneAddressForTwo = "one_url_for_two"
    }

    /// The event; for a family name, the registration of the person.
    public let event: EventReference
    /// The kind of problem.
    public let kind: Kind
    /// A description, including the evidence.
    public let detail: String
    /// The event's position in the log; nil for an actor.
    let position: Int64?
    /// The cases that it concerns.
    let cases: Set<StreamName>
}

extension Lint {
    /// A lint on an event, possibly involving other events.
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
    /// The lints, in order of position, then of kind as listed above, then of detail.
    var lints: [Lint] {
        let each = happenings.flatMap { standing -> [Lint] in
            let dates = lateEvents(standing) + earlyAnswers(standing) + earlyEnds(standing)
            let numbers = wrongProducts(standing) + mixedClaims(standing)
            return dates + unsupportedFirsts(standing) + numbers + ownSideRetaliations(standing)
        }
        let figures = mixedFigures + sharesAboveTheWhole + percentagesAboveTheWhole
        let several =
            figures + undoingNothing + measuresOfOneName + sharedFamilyNames
            + lookalikes
        return (each + several).sorted { one, other in
            if one.place != other.place { return one.place < other.place }
            return "\(one.event) \(one.detail)".utf8
                .lexicographicallyPrecedes("\(other.event) \(other.detail)".utf8)
        }
    }
}
