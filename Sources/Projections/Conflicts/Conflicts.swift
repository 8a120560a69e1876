public import CanonicalJSON
public import CaseModel

/// Values of one attribute of one subject that cannot all be true, or a difference that was
/// explained.
public struct Conflict: Hashable, Sendable {
    /// The subject of the values.
    public enum Subject: Hashable, Sendable {
        /// One event.
        case event(EventReference)
        /// An actor that several events describe.
        case actor(ActorSlug)
    }

    /// The subject of the values.
    public let subject: Subject
    /// The attribute: a field, `event`, a link, `ownership`, `quantity` or a metric.
    public let attribute: String
    /// The values, in order of recording; at least two.
    public internal(set) var values: [ConflictingValue]
    /// Why they are not a contradiction; nil if nobody explained it.
    public let explanation: DifferenceExplained?
    /// The events involved, in order of position.
    let events: [Event]

    /// The attribute that denotes a whole event.
    public static let wholeEvent = "event"

    /// What is said to have happened; nil unless it is about whether an event or a link is real.
    public var summary: String? {
        values.first?.value == true ? events.first?.body.summary : nil
    }

    /// Whether it has no explanation.
    public var isOpen: Bool { explanation == nil }

    /// Whether each of the values was certainly stated under the requested clocks.
    public var isCertain: Bool { values.allSatisfy(\.isCertain) }
}

/// One of the values, with all who state it.
public struct ConflictingValue: Hashable, Sendable {
    /// The value; `null` means that the event's statement is denied.
    public let value: JSONValue
    /// Who states it, and where; empty if only the recorder does.
    public internal(set) var claims: [Testimony]
    /// Whether the recorder or a source certainly states it under the requested clocks.
    let isStated: Bool

    /// Whether it was certainly stated under the requested clocks.
    var isCertain: Bool { claims.isEmpty ? isStated : claims.contains(where: \.isCertain) }
}

extension Conflict.Subject: CustomStringConvertible {
    /// The event's name in answers, or the slug of the actor.
    public var description: String {
        switch self {
        case .event(let event): event.description
        case .actor(let actor): actor.description
        }
    }
}

extension Conflict {
    /// Its sort key in an answer: the first event involved, then the subject.
    private var place: (first: Int64, name: String, last: Int64) {
        (events.first?.position ?? 0, "\(subject) \(attribute)", events.last?.position ?? 0)
    }

    static func isBefore(_ one: Conflict, _ other: Conflict) -> Bool {
        let (one, other) = (one.place, other.place)
        if one.first != other.first { return one.first < other.first }
        guard one.name == other.name else {
            return one.name.utf8.lexicographicallyPrecedes(other.name.utf8)
        }
        return one.last < other.last
    }
}

/// The contradictions in the record, and what cannot be correct as recorded.
///
/// No value is preferred: each is given with all who state it.
public struct Conflicts: Hashable, Sendable {
    /// The contradictions and the explained differences, in order of the first event involved.
    public let conflicts: [Conflict]
    /// What cannot be correct, in order of the events; actors come last.
    public let lints: [Lint]

    private init(conflicts: [Conflict], lints: [Lint]) {
        self.conflicts = conflicts
        self.lints = lints
    }

    /// The conflicts and lints of whole case streams.
    ///
    /// - Parameters:
    ///   - events: effective events of all cases, because one may contradict another.
    ///   - registers: the actors and sources that they refer to.
    public init(_ events: [EffectiveEvent], registers: Registers) {
        let told = Testimonies(events, registers: registers)
        let explanations = ExplainedDifferences(events)
        let differences = told.topics.flatMap { $0.conflicts(explanations) }
        let others = told.furtherDifferences(explanations, besides: differences)
        var all = ConflictsByEvent(differences + others)
        for word in told.denied.folded() where !all.take(word) {
            if let conflict = word.conflict(explanations, told.evidence.added) { all.add(conflict) }
        }
        conflicts = all.conflicts.sorted(by: Conflict.isBefore)
        lints = told.lints
    }

    /// The conflicts and lints that involve one case.
    public func concerning(_ slug: Slug) -> Conflicts {
        let stream = StreamName(.case, slug)
        return Conflicts(
            conflicts: conflicts.filter { $0.events.contains { $0.stream == stream } },
            lints: lints.filter { $0.cases.contains(stream) })
    }
}

/// Conflicts indexed by the events that state their values.
private struct ConflictsByEvent {
    private(set) var conflicts: [Conflict] = []
    private var places: [EventReference: [Int]] = [:]

    init(_ conflicts: [Conflict]) { conflicts.forEach { add($0) } }

    mutating func add(_ conflict: Conflict) {
        for event in Set(conflict.values.flatMap(\.claims).map(\.event)) {
            places[event, default: []].append(conflicts.count)
        }
        conflicts.append(conflict)
    }

    /// Adds a denial to the first matching conflict; returns whether there is one.
    mutating func take(_ word: DeniedWord) -> Bool {
        let near = Set(word.events.flatMap { places[$0.reference] ?? [] }).sorted()
        for place in near {
            if let taking = conflicts[place].taking(word) {
                conflicts[place] = taking
                return true
            }
        }
        return false
    }
}
