public import CanonicalJSON
public import CaseModel

/// Values of one attribute of one subject that cannot all be true, or a difference that somebody
/// explained.
public struct Conflict: Hashable, Sendable {
    /// What the values are about.
    public enum Subject: Hashable, Sendable {
        /// One event.
        case event(EventReference)
        /// An actor of which several events tell.
        case actor(ActorSlug)
    }

    /// What the values are about.
    public let subject: Subject
    /// Which of its attributes: a field, `event`, a link, `ownership`, `quantity` or a metric.
    public let attribute: String
    /// The values, in order of recording; at least two.
    public internal(set) var values: [ConflictingValue]
    /// Why they are no contradiction; nil where nobody explained it.
    public let explanation: DifferenceExplained?
    /// The events that it is between, in order of position.
    let events: [Event]

    /// The attribute that stands for a whole event.
    public static let wholeEvent = "event"

    /// What is said to have happened; nil where it is not about whether an event or a link is so.
    public var summary: String? {
        values.first?.value == true ? events.first?.body.summary : nil
    }

    /// Whether nobody explained it.
    public var isOpen: Bool { explanation == nil }

    /// Whether by the clocks asked each of the values was certainly given.
    public var isCertain: Bool { values.allSatisfy(\.isCertain) }
}

/// One of several values, with all who give it.
public struct ConflictingValue: Hashable, Sendable {
    /// The value; `null` says that it is not what the event says.
    public let value: JSONValue
    /// Who gives it, and where; empty where only the recorder does.
    public internal(set) var claims: [Testimony]
    /// Whether the recorder, or one of the sources, certainly gives it by the clocks asked.
    let isStated: Bool

    /// Whether somebody certainly gives it by the clocks asked.
    var isCertain: Bool { claims.isEmpty ? isStated : claims.contains(where: \.isCertain) }
}

extension Conflict.Subject: CustomStringConvertible {
    /// The event as answers name it, or the slug of the actor.
    public var description: String {
        switch self {
        case .event(let event): event.description
        case .actor(let actor): actor.description
        }
    }
}

extension Conflict {
    /// Where it stands in an answer: by the first event that it is between, then by what it is about.
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

/// What contradicts itself in the record, and what cannot be right as it stands.
///
/// No value is picked: each stands with all who give it.
public struct Conflicts: Hashable, Sendable {
    /// The contradictions, and the differences that somebody explained, in order of the first event
    /// that they are between.
    public let conflicts: [Conflict]
    /// What cannot be right, in order of the events; actors come last.
    public let lints: [Lint]

    private init(conflicts: [Conflict], lints: [Lint]) {
        self.conflicts = conflicts
        self.lints = lints
    }

    /// The conflicts and lints of whole case streams.
    ///
    /// - Parameters:
    ///   - events: of all cases, as they stand: one may contradict another.
    ///   - registers: the actors and sources that they name.
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

    /// Those that one case has a part in.
    public func concerning(_ slug: Slug) -> Conflicts {
        let stream = StreamName(.case, slug)
        return Conflicts(
            conflicts: conflicts.filter { $0.events.contains { $0.stream == stream } },
            lints: lints.filter { $0.cases.contains(stream) })
    }
}

/// Conflicts, found by the events that their values are told of.
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

    /// Adds a denial to the first conflict that tells the same; answers whether there is one.
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
