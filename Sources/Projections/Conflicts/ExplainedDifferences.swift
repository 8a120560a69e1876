import CaseModel

/// Why two values differ, with the events that the explanation names.
struct ExplainedDifference: Hashable {
    let difference: DifferenceExplained
    /// Where it stands in the log.
    let position: Int64
    /// The events whose values differ: one, or two.
    let events: Set<Int64>

    var path: String { difference.field.path }

    /// What two explanations of one difference have in common.
    var place: Place { Place(events: events, path: path) }

    struct Place: Hashable {
        let events: Set<Int64>
        let path: String
    }
}

/// The differences that somebody explained, in order of recording; each by the first who did.
struct ExplainedDifferences {
    let all: [ExplainedDifference]
    private let byEvent: [Int64: [ExplainedDifference]]

    init(_ all: [ExplainedDifference]) {
        var told: Set<ExplainedDifference.Place> = []
        let first = all.sorted { $0.position < $1.position }.filter {
            told.insert($0.place).inserted
        }
        self.all = first
        var byEvent: [Int64: [ExplainedDifference]] = [:]
        for why in first {
            for event in why.events { byEvent[event, default: []].append(why) }
        }
        self.byEvent = byEvent
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
        self.init(all)
    }

    /// The explanations that name one of some events, in order of recording.
    func naming(_ events: [Event]) -> [ExplainedDifference] {
        events.flatMap { byEvent[$0.position] ?? [] }.sorted { $0.position < $1.position }
            .uniqued()
    }

    /// The explanations of how those among some events differ in one of some fields.
    func about(_ paths: Set<String>, _ events: [Int64]) -> [ExplainedDifference] {
        guard !all.isEmpty else { return [] }
        let known = Set(events)
        return known.flatMap { byEvent[$0] ?? [] }
            .filter { paths.contains($0.path) && $0.events.isSubset(of: known) }
            .sorted { $0.position < $1.position }.uniqued()
    }
}
