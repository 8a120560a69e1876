public import CaseModel

/// One change that an event makes to a thing that has a life: on a date, certainly or perhaps.
struct DatedChange<Effect: Sendable>: Sendable {
    /// What changes.
    let effect: Effect
    /// When, of a span its beginning; nil where that is undated.
    let date: EDTFDate?
    /// The event that says so.
    let event: Event
    /// Whether it has certainly come by the clocks asked; where not, it only may have come.
    let isCertain: Bool
    /// Its place among the changes of a thing.
    let order: ByTime

    /// A change; nil where it certainly has not come.
    ///
    /// - Parameters:
    ///   - effect: what changes.
    ///   - date: when.
    ///   - hasCome: whether that day has come.
    ///   - event: the event that says so.
    ///   - order: its place among the changes, where that is not the place of that date.
    init?(
        _ effect: Effect, on date: EDTFDate?, _ hasCome: Trilean, by event: Event,
        orderedBy order: ByTime? = nil
    ) {
        guard hasCome != .no else { return nil }
        self.effect = effect
        self.date = date?.start
        self.event = event
        isCertain = hasCome == .yes
        self.order = order ?? ByTime(date: date, position: event.position)
    }
}

/// A row of a state that dated changes make.
protocol Life: Equatable {
    /// What an event can do to it.
    associatedtype Effect: Sendable

    /// What a first change makes of nothing; nil where it makes nothing.
    init?(_ change: DatedChange<Effect>)

    /// Takes the next change in order of time.
    mutating func apply(_ change: DatedChange<Effect>)

    /// Empties the lists that grow with each change and decide nothing.
    mutating func forgetLists()

    /// What it would be after one more change that only may have come; nil where that is the same.
    func possibility(after change: DatedChange<Effect>) -> Possibility?

    /// When the change happened that made it what it is.
    var since: EDTFDate? { get }
    /// Whether anything was said yet that gives it a status.
    var isKnown: Bool { get }
    /// Whether what it says is certain by the clocks asked.
    var isCertain: Bool { get set }
    /// What only may have come since.
    var perhaps: [Possibility] { get set }
}

extension Life {
    mutating func forgetLists() {}

    /// The row that changes make, in order of time.
    ///
    /// The certain changes alone make it, and beside it stands what each of the others may have
    /// made of it since. Where none is certain, all of them make it, and nothing of it is.
    init?(folding changes: [DatedChange<Effect>]) {
        let ordered = changes.inOrder(of: \.order)
        let certain = ordered.filter(\.isCertain)
        if var row = Self.fold(certain), row.isKnown {
            row.perhaps = ordered.filter { !$0.isCertain && row.mayFollow($0) }
                .compactMap { row.possibility(after: $0) }
            self = row
        } else {
            guard var row = Self.fold(ordered), row.isKnown else { return nil }
            row.isCertain = false
            self = row
        }
    }

    private static func fold(_ changes: [DatedChange<Effect>]) -> Self? {
        changes.reduce(into: nil as Self?) { row, change in
            if row == nil { row = Self(change) } else { row?.apply(change) }
        }
    }

    /// Whether a change may have come after the one that made the row what it is.
    private func mayFollow(_ change: DatedChange<Effect>) -> Bool {
        guard let since, let date = change.date else { return true }
        return date.isBefore(since) != .yes
    }
}

/// How something stands if a change has come that only may have come by the clocks asked.
public struct Possibility: Hashable, Sendable {
    /// The status that it then has, in the word of the answer: `ended`, `returned`, `removed`.
    public let status: String
    /// How it then came to its end; nil where it did not, or nobody says.
    public var how: String?
    /// Since when it then has it; nil where that is undated.
    public let since: EDTFDate?
    /// Until when it is then to last; nil where nobody says.
    public var until: EDTFDate?
    /// Whether it is then enforced; nil where that would not change.
    public var isEnforced: Bool?
    /// The event that would make it so.
    public let setBy: EventReference
}

/// The day for which a state is asked, and the events that only may have been so by the clocks.
struct DayAsked {
    /// The day; nil where no day is asked: then every date in the record has come.
    let asOf: EDTFDate?
    /// The events that the clocks do not certainly admit.
    let doubtful: Set<EventReference>

    /// Whether the day has come on which an event brings something about.
    func hasCome(_ date: EDTFDate?, by event: Event) -> Trilean {
        sure(asOf.map { date?.began(by: $0) ?? .unknown } ?? .yes, by: event)
    }

    /// Whether a span that an event tells of is over: the day after its end has come.
    func isOver(_ end: EDTFDate, by event: Event) -> Trilean {
        sure(asOf.map { end.hasPassed(by: $0) } ?? .yes, by: event)
    }

    /// Whether a date until which something holds has certainly passed; never where no day is asked.
    func hasPassed(_ until: EDTFDate?) -> Bool {
        guard let until, let asOf else { return false }
        return until.hasPassed(by: asOf) == .yes
    }

    private func sure(_ come: Trilean, by event: Event) -> Trilean {
        come == .yes && doubtful.contains(event.reference) ? .unknown : come
    }
}
