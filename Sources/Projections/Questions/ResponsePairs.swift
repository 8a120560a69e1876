public import CaseModel

/// How one side answers another: how often, for how many rounds, and how fast.
public struct ResponsePair: Hashable, Sendable {
    /// The side that answers.
    public let by: String
    /// The side that is answered.
    public let to: String
    /// The number of acts that answer; announcing and imposing one measure are one act.
    public let acts: Int
    /// How many of the answers are retaliations.
    public let retaliations: Int
    /// How many of the answers are denied.
    public let disputed: Int
    /// The number of answers in the longest exchange between the two sides that ends with an answer
    /// of this one.
    public let rounds: Int
    /// The days from an act to its answer: the least and the most that any of them can have taken.
    public let days: DayWindow
    /// Their median, as far as the dates tell.
    public let median: DayWindow
    /// The links that count, each with its days.
    public let links: [Answered]

    /// One event that answers another.
    public struct Answered: Hashable, Sendable {
        /// The answer.
        public let event: EventReference
        /// What it answers.
        public let to: EventReference
        /// The days in between.
        public let days: DayWindow
    }
}

/// Who answers whom, by side: the country of an actor, or the actor itself if it has none.
public struct ResponsePairs: Hashable, Sendable {
    /// The pairs, in order of the answering and the answered side.
    public let all: [ResponsePair]

    /// The answers among some events.
    ///
    /// A link counts if it `responds_to` an event for more than its place in time, is asserted by a
    /// source that was not withdrawn or by the analyst, and joins two sides.
    ///
    /// - Parameters:
    ///   - events: effective events of whole streams, in order of position.
    ///   - registers: the countries of the actors.
    ///   - isAsked: whether an answering event and its cause are asked about.
    public init(
        _ events: [EffectiveEvent], registers: Registers,
        isAsked: (_ answer: Event, _ cause: Event) -> Bool = { _, _ in true }
    ) {
        let answers = Response.all(in: events, registers)
        let byPair = Dictionary(grouping: answers, by: \.pair)
        all = byPair.keys.sorted().compactMap { pair in
            let own = (byPair[pair] ?? []).filter { isAsked($0.answer, $0.cause) }
            let back = byPair[Response.Pair(by: pair.to, to: pair.by)] ?? []
            return own.isEmpty ? nil : ResponsePair(pair, own, against: (byPair[pair] ?? []) + back)
        }
    }
}

/// One answer of one side to another.
struct Response {
    /// The sides.
    struct Pair: Hashable, Comparable {
        let by: String
        let to: String

        static func < (left: Pair, right: Pair) -> Bool {
            (left.by, left.to) < (right.by, right.to)
        }
    }

    let pair: Pair
    let answer: Event
    let cause: Event
    let link: ChainLink
    let days: DayWindow

    static func all(in events: [EffectiveEvent], _ registers: Registers) -> [Response] {
        let standing = events.filter { $0.retraction == nil && !$0.isUnsupported }.map(\.event)
        let byName = Dictionary(
            standing.flatMap { event in event.names.map { ($0, event) } }
        ) { first, _ in first }
        return LinkGraph(events).all.flatMap { link -> [Response] in
            guard link.identity.relation == .respondsTo, link.basis != .temporal,
                !link.isUnsupported, let answer = byName[link.identity.event],
                let cause = byName[link.identity.to], answer.type.isWorld
            else { return [] }
            let days = DayWindow.from(cause.body.occurred, to: answer.body.occurred)
            return pairs(answer, cause, registers).map {
                Response(pair: $0, answer: answer, cause: cause, link: link, days: days)
            }
        }
    }

    private static func pairs(_ answer: Event, _ cause: Event, _ registers: Registers) -> [Pair] {
        let (by, to) = (registers.sides(of: answer), registers.sides(of: cause))
        return by.subtracting(to).flatMap { one in
            to.subtracting(by).map { Pair(by: one.text, to: $0.text) }
        }
    }
}

extension Side {
    /// `country:XX`, or the slug of the actor.
    var text: String {
        switch self {
        case .country(let code): "country:\(code)"
        case .actor(let actor): actor.slug.text
        }
    }
}

extension ResponsePair {
    fileprivate init(_ pair: Response.Pair, _ own: [Response], against all: [Response]) {
        (by, to) = (pair.by, pair.to)
        acts = Set(own.map { Act($0.answer) }).count
        retaliations = own.count { $0.link.isRetaliation }
        disputed = own.count { !$0.link.disputedBy.isEmpty }
        let ending = Set(own.map(\.link.identity.event))
        rounds = LongestPath(all.map(\.link.identity), endingAt: ending).length
        let windows = own.map(\.days)
        days = DayWindow(
            min: windows.contains { $0.min == nil } ? nil : windows.compactMap(\.min).min(),
            max: windows.contains { $0.max == nil } ? nil : windows.compactMap(\.max).max())
        median = DayWindow(medianOf: windows)
        links = own.map {
            Answered(event: $0.link.identity.event, to: $0.link.identity.to, days: $0.days)
        }
    }
}

extension DayWindow {
    /// The window in which the median of unknown numbers lies, each of which lies in a window.
    ///
    /// The median grows with each of the numbers, so its bounds are the medians of the bounds. A
    /// missing bound is beyond all numbers. Half days are rounded outwards.
    init(medianOf windows: [DayWindow]) {
        let least = windows.map { $0.min ?? .min }.sorted().middle
        let most = windows.map { $0.max ?? .max }.sorted().middle
        let isKnown = (
            least: least.map { $0.low != .min } ?? false,
            most: most.map { $0.high != .max } ?? false
        )
        self.init(
            min: isKnown.least ? least.map { ($0.low + $0.high) >> 1 } : nil,
            max: isKnown.most ? most.map { ($0.low + $0.high + 1) >> 1 } : nil)
    }
}

extension [Int64] {
    /// The middle element twice, or the two middle ones; nil if there are none.
    fileprivate var middle: (low: Int64, high: Int64)? {
        isEmpty ? nil : (self[(count - 1) / 2], self[count / 2])
    }
}
