import CaseModel

/// Why two values differ, with the events that the explanation names.
struct ExplainedDifference: Hashable {
    let difference: DifferenceExplained
    /// Where it stands in the log.
    let position: Int64
    /// The events whose values differ: one, or two.
    let events: Set<Int64>

    var path: String { difference.field.path }
}

/// The differences that somebody explained, in order of recording.
struct ExplainedDifferences {
    let all: [ExplainedDifference]
    private let byEvents: [Set<Int64>: [ExplainedDifference]]

    init(_ all: [ExplainedDifference]) {
        self.all = all
        byEvents = Dictionary(grouping: all, by: \.events)
    }

    /// - Parameter events: of whole streams; an explanation of an event that is not among them, or
    ///   was retracted, explains nothing.
    init(_ events: [EffectiveEvent]) {
        let standing = events.filter { $0.retraction == nil }.map(\.event)
        let explaining = standing.compactMap { event -> (DifferenceExplained, Int64)? in
            guard case .differenceExplained(let why) = event.body.content else { return nil }
            return (why, event.position)
        }
        let wanted = Set(explaining.flatMap { [$0.0.event] + ($0.0.with.map { [$0] } ?? []) })
        var places: [EventReference: Int64] = [:]
        for event in standing {
            for name in event.names where wanted.contains(name) { places[name] = event.position }
        }
        let all = explaining.compactMap { why, position -> ExplainedDifference? in
            let named = [why.event] + (why.with.map { [$0] } ?? [])
            let events = named.compactMap { places[$0] }
            guard events.count == named.count else { return nil }
            return ExplainedDifference(difference: why, position: position, events: Set(events))
        }
        self.init(all.sorted { $0.position < $1.position })
    }

    /// The first explanation of how two statements differ in one of some fields.
    func first(of paths: Set<String>, _ one: Statement, _ other: Statement) -> ExplainedDifference?
    {
        guard !byEvents.isEmpty else { return nil }
        let events: Set = [one.event.position, other.event.position]
        return byEvents[events]?.first { paths.contains($0.path) }
    }
}
