import CanonicalJSON
import CaseModel

/// A value that an event has, or that a claim on it gives.
struct Statement {
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
    let statements: [Statement]
    /// Whether it depends on the events themselves which two are compared, not only on what they
    /// say and when.
    var isPairwise = false
    /// Whether two of them cannot both be true.
    let areExclusive: (Statement, Statement) -> Bool

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
                of: statements[place], event: isPairwise || apart.contains(event) ? event : nil)
        }
        let groups = alike.values.sorted { $0[0] < $1[0] }
        var joined = Joining(count: groups.count)
        for one in groups.indices {
            for other in groups.indices[..<one] where joined[one] != joined[other] {
                let (first, second) = (statements[groups[other][0]], statements[groups[one][0]])
                guard !explained.contains([first.event.position, second.event.position]),
                    areExclusive(first, second)
                else { continue }
                joined.join(one, other)
            }
        }
        return joined.groups.map { $0.flatMap { groups[$0] }.sorted() }
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

    init(of statement: Statement, event: Int64?) {
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
