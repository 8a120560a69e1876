import CanonicalJSON
import CaseModel

/// A value of an event, or one that a claim gives.
struct TopicStatement {
    /// The event that it is about.
    let standing: EffectiveEvent
    let value: JSONValue
    let claims: [Testimony]

    var event: Event { standing.event }
}

/// All statements about one attribute of one subject.
struct Topic {
    let subject: Conflict.Subject
    let attribute: String
    /// The fields in which it is stated.
    let paths: Set<String>
    /// The statements in order of recording.
    let statements: [TopicStatement]
    /// The pairs of events whose statements are compared; nil if it does not depend on the events
    /// themselves, only on content and time.
    var pairs: Set<Set<EventReference>>?
    /// Which statements are comparable, and when each may be true; by default all, at any time.
    var reach: (TopicStatement) -> Reach = { _ in Reach() }
    /// Whether two of them cannot both be true.
    let areExclusive: (TopicStatement, TopicStatement) -> Bool

    /// The unexplained contradictions among the statements, and the explained differences.
    func conflicts(_ explanations: ExplainedDifferences) -> [Conflict] {
        guard statements.count > 1 else { return [] }
        let why = explanations.about(paths, statements.map(\.event.position))
        let explained = why.compactMap { why -> Conflict? in
            let places = statements.indices.filter {
                why.events.contains(statements[$0].event.position)
            }
            let values = Set(places.map { statements[$0].value })
            return values.count > 1 ? conflict(among: places, why.difference) : nil
        }
        return contradicting(besides: Set(why.map(\.events))).map { conflict(among: $0, nil) }
            + explained
    }

    /// The statements connected by contradictions, directly or through others.
    ///
    /// Identical statements are compared once, and joined ones not again, because a metric may be
    /// reported thousands of times.
    private func contradicting(besides explained: Set<Set<Int64>>) -> [[Int]] {
        let apart = explained.reduce(into: Set<Int64>()) { $0.formUnion($1) }
        let alike = Dictionary(grouping: statements.indices) { place in
            let event = statements[place].event.position
            return Likeness(
                of: statements[place],
                event: pairs != nil || apart.contains(event) ? event : nil)
        }
        let groups = alike.values.sorted { $0[0] < $1[0] }
        let first = groups.map { statements[$0[0]] }
        let joined = joined(first) { one, other in
            let (one, other) = (first[min(one, other)], first[max(one, other)])
            return !explained.contains([one.event.position, other.event.position])
                && areExclusive(one, other)
        }
        return joined.groups.map { $0.flatMap { groups[$0] }.sorted() }
    }

    /// The statements connected by contradictions, by index.
    private func joined(
        _ statements: [TopicStatement], by contradict: (Int, Int) -> Bool
    ) -> Joining {
        var joined = Joining(count: statements.count)
        guard let pairs else {
            let reaches = statements.map(reach)
            var meeting = Meeting()
            for one in reaches.indices.sorted(by: { reaches[$0].begins(before: reaches[$1]) }) {
                for other in meeting.joining(one, reaches[one], by: contradict) {
                    joined.join(one, other)
                }
            }
            return joined
        }
        let places = Dictionary(grouping: statements.indices) { statements[$0].event.reference }
        for both in pairs.map({ $0.map { places[$0] ?? [] } }) {
            for one in both.first ?? [] {
                for other in both.last ?? [] where contradict(one, other) {
                    joined.join(one, other)
                }
            }
        }
        return joined
    }

    private func conflict(
        among places: [Int], _ explanation: DifferenceExplained?
    ) -> Conflict {
        let told = places.map { statements[$0] }
        let sayers = Dictionary(grouping: told, by: \.value)
        return Conflict(
            subject: subject, attribute: attribute,
            values: told.map(\.value).uniqued().map { value in
                let same = sayers[value] ?? []
                return ConflictingValue(
                    value: value, claims: same.flatMap(\.claims).uniqued(),
                    isStated: same.contains(where: \.standing.isCertain))
            },
            explanation: explanation, events: told.map(\.event).inOrder)
    }
}

/// The key of statements that contradict the same others: value and time, and the event itself if
/// it matters.
private struct Likeness: Hashable {
    let value: JSONValue
    let occurred: EDTFDate?
    let period: EDTFDate?
    let event: Int64?

    init(of statement: TopicStatement, event: Int64?) {
        value = statement.value
        occurred = statement.event.body.occurred
        period = statement.event.figure?.period
        self.event = event
    }
}

extension [Event] {
    /// Each event once, in order of position.
    var inOrder: [Event] {
        sorted { $0.position < $1.position }.reduce(into: []) { events, event in
            if events.last?.position != event.position { events.append(event) }
        }
    }
}
