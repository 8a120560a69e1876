public import CaseModel

/// A change of a thing with a life cycle, on a date, certain or only possible.
struct DatedChange<Effect: Sendable>: Sendable {
    /// The effect.
    let effect: Effect
    /// The date, for a span its start; nil if undated.
    let date: EDTFDate?
    /// The event that causes it.
    let event: Event
    /// Whether it has certainly happened under the requested clocks; otherwise it is only possible.
    let isCertain: Bool
    /// Its sort key among the changes of a thing.
    let order: ByTime

    /// A change; nil if it certainly has not happened yet.
    ///
    /// - Parameters:
    ///   - effect: the effect.
    ///   - date: the date.
    ///   - hasCome: whether that date has been reached.
    ///   - event: the event that causes it.
    ///   - order: its sort key, if that is not the one of the date.
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

/// A row of a state that is folded from dated changes.
protocol Life: Equatable {
    /// The possible effects of an event on it.
    associatedtype Effect: Sendable

    /// The row after a first change; nil if the change does not create it.
    init?(_ change: DatedChange<Effect>)

    /// Applies the next change in order of time.
    mutating func apply(_ change: DatedChange<Effect>)

    /// Empties the lists that accumulate with each change and do not affect the status.
    mutating func forgetLists()

    /// The status after one more change that is only possible; nil if it stays the same.
    func possibility(after change: DatedChange<Effect>) -> Possibility?

    /// The date of the change that gave it its status.
    var since: EDTFDate? { get }
    /// Whether any event has given it a status.
    var isKnown: Bool { get }
    /// Whether it is certain under the requested clocks.
    var isCertain: Bool { get set }
    /// Changes that may have happened since, but are not certain.
    var perhaps: [Possibility] { get set }
}

extension Life {
    mutating func forgetLists() {}

    /// The row folded from changes in order of time.
    ///
    /// The certain changes alone determine it, and each of the others is listed as a possibility.
    /// If none is certain, all of them determine it, and the row is marked uncertain.
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

    /// Whether a change may have happened after the one that gave the row its status.
    private func mayFollow(_ change: DatedChange<Effect>) -> Bool {
        guard let since, let date = change.date else { return true }
        return date.isBefore(since) != .yes
    }
}

/// The status of something if a change that is only possible has happened.
public struct Possibility: Hashable, Sendable {
    /// The status in that case, in the word of the answer: `ended`, `returned`, `removed`.
    public let status: String
    /// How it ended in that case; nil if it did not, or it is not stated.
    public var how: String?
    /// Since when; nil if undated.
    public let since: EDTFDate?
    /// The planned end in that case; nil if not stated.
    public var until: EDTFDate?
    /// Whether it is enforced in that case; nil if unchanged.
    public var isEnforced: Bool?
    /// The event that would cause it.
    public let setBy: EventReference
}

/// The day for which a state is requested, and the events that are only possible under the clocks.
struct DayAsked {
    /// The day; nil if none is requested: then every date in the record counts as reached.
    let asOf: EDTFDate?
    /// The events that are not certain under the clocks.
    let doubtful: Set<EventReference>

    /// Whether the date of an event's effect has been reached.
    func hasCome(_ date: EDTFDate?, by event: Event) -> Trilean {
        sure(asOf.map { date?.began(by: $0) ?? .unknown } ?? .yes, by: event)
    }

    /// Whether the span of an event is over: the day after its end has been reached.
    func isOver(_ end: EDTFDate, by event: Event) -> Trilean {
        sure(asOf.map { end.hasPassed(by: $0) } ?? .yes, by: event)
    }

    /// Whether the planned end of something has certainly passed; never if no day is requested.
    func hasPassed(_ until: EDTFDate?) -> Bool {
        guard let until, let asOf else { return false }
        return until.hasPassed(by: asOf) == .yes
    }

    private func sure(_ come: Trilean, by event: Event) -> Trilean {
        come == .yes && doubtful.contains(event.reference) ? .unknown : come
    }
}
