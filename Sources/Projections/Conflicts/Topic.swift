import CanonicalJSON
import CaseModel

/// A value that an event has, or that a claim on it gives.
struct TopicStatement {
    /// The event that it is about.
    let standing: EffectiveEvent
    let value: JSONValue
    let claims: [Testimony]

    var event: Event { standing.event }
}

/// All that is stated about one attribute of one subject.
struct Topic {
    let subject: Conflict.Subject
    let attribute: String
    /// The fields of events in which it is stated.
    let paths: Set<String>
    /// In order of recording.
    let statements: [TopicStatement]
    /// The pairs of events of which the statements are compared; nil where it does not depend on the
    /// events themselves, only on what they say and when.
    var pairs: Set<Set<EventReference>>?
    /// Which of them can be compared at all, and when each may have been so: all with all, and at any
    /// time, unless it is given.
    var reach: (TopicStatement) -> Reach = { _ in Reach() }
    /// Whether two of them cannot both be true.
    let areExclusive: (TopicStatement, TopicStatement) -> Bool

    /// The contradictions among the statements that nobody explained, and the differences that
    /// somebody did.
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

    /// The statements that contradictions join, directly or through others.
    ///
    /// What is alike is compared once, and what is joined already not again: a metric may be
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

    /// The statements that contradictions join, by their places.
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

/// What makes two statements contradict the same others: value and time, and the event itself where
/// that decides.
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
    /// Each once, in order of position.
    var inOrder: [Event] {
        sorted { $0.position < $1.position }.reduce(into: []) { events, event in
            if events.last?.position != event.position { events.append(event) }
        }
    }
}
