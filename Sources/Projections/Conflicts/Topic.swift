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
    /// Whether two of them cannot both be true.
    let areExclusive: (Statement, Statement) -> Bool

    /// The contradictions among the statements that nobody explained, and the differences that
    /// somebody did.
    func conflicts(_ explanations: ExplainedDifferences) -> [Conflict] {
        var open: [(Int, Int)] = []
        var explained: [(ExplainedDifference, [Int])] = []
        for (one, other) in pairs where statements[one].value != statements[other].value {
            if let why = explanations.first(of: paths, statements[one], statements[other]) {
                explained.append((why, [one, other]))
            } else if areExclusive(statements[one], statements[other]) {
                open.append((one, other))
            }
        }
        return connected(open).map { conflict(among: $0, nil) }
            + gathered(explained).map { conflict(among: $0.1, $0.0.difference) }
    }

    private var pairs: [(Int, Int)] {
        statements.indices.flatMap { one in statements.indices[..<one].map { ($0, one) } }
    }

    /// What one explanation is about is one difference, however many values it has.
    private func gathered(
        _ explained: [(ExplainedDifference, [Int])]
    ) -> [(ExplainedDifference, Set<Int>)] {
        explained.map(\.0).uniqued().map { why in
            (why, Set(explained.filter { $0.0 == why }.flatMap(\.1)))
        }
    }

    /// The statements that contradictions join, directly or through others.
    private func connected(_ pairs: [(Int, Int)]) -> [Set<Int>] {
        pairs.reduce(into: []) { groups, pair in
            let joined = groups.filter { $0.contains(pair.0) || $0.contains(pair.1) }
            groups.removeAll { joined.contains($0) }
            groups.append(joined.reduce([pair.0, pair.1]) { $0.union($1) })
        }
    }

    private func conflict(
        among places: Set<Int>, _ explanation: DifferenceExplained?
    ) -> Conflict {
        let told = places.sorted().map { statements[$0] }
        return Conflict(
            subject: subject, attribute: attribute,
            values: told.map(\.value).uniqued().map { value in
                let same = told.filter { $0.value == value }
                return ConflictingValue(
                    value: value, claims: same.flatMap(\.claims).uniqued(),
                    isStated: same.contains(where: \.standing.isCertain))
            },
            explanation: explanation, events: told.map(\.event).inOrder)
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
