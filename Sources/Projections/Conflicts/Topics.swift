import CanonicalJSON
import CaseModel

extension Testimonies {
    /// Everything with more than one statement.
    var topics: [Topic] {
        happenings.flatMap(fields) + ownership + figures + assetQuantities
    }

    /// The fields of an event for which claims give further values.
    private func fields(of standing: EffectiveEvent) -> [Topic] {
        evidence.added.claims(on: standing.event).map(\.field.path).uniqued().map { path in
            Topic(
                subject: .event(standing.event.reference), attribute: path, paths: [path],
                statements: statements(of: standing, at: path),
                areExclusive: { one, other in
                    standing.event.type.areExclusive(one.value, other.value, at: path)
                })
        }
    }

    /// The event's own value of a field, if any, then those of claims added to it.
    private func statements(of standing: EffectiveEvent, at path: String) -> [TopicStatement] {
        let own = standing.event.view.value(at: path).map {
            TopicStatement(standing: standing, value: $0, claims: support(of: standing, at: [path]))
        }
        let others = all(on: standing).compactMap { said -> TopicStatement? in
            guard let value = said.value, said.field?.path == path, said.claim.stance == nil
            else { return nil }
            return TopicStatement(
                standing: standing, value: value, claims: [Testimony(said, on: standing)])
        }
        return (isForsaken(standing) ? [] : own.map { [$0] } ?? []) + others
    }

    /// One statement for each world event of a kind, grouped by subject.
    private func grouped<Key: Hashable>(
        _ paths: Set<String>, _ read: (Event) -> (Key, JSONValue)?
    ) -> [(key: Key, statements: [TopicStatement])] {
        let told = happenings.filter { !isForsaken($0) }.compactMap { standing in
            read(standing.event).map { ($0.0, statement(standing, $0.1, paths)) }
        }
        let groups = Dictionary(grouping: told) { $0.0 }
        return told.map(\.0).uniqued().map { ($0, (groups[$0] ?? []).map(\.1)) }
    }

    private func statement(
        _ standing: EffectiveEvent, _ value: JSONValue, _ paths: Set<String>
    ) -> TopicStatement {
        TopicStatement(standing: standing, value: value, claims: support(of: standing, at: paths))
    }
}

extension Testimonies {
    /// Ownership.
    private var ownership: [Topic] {
        let paths = Set(OwnershipStated.shape.fields.map { "data.\($0.name)" })
        return grouped(paths) { event in
            event.stated.map { ($0.asset, event.fields(without: ["asset"])) }
        }.map { asset, statements in
            Topic(
                subject: .actor(asset), attribute: "ownership", paths: paths,
                statements: statements,
                reach: {
                    Reach(kind: $0.event.stated?.stake?.owner.slug.text, of: $0.event.body.occurred)
                },
                areExclusive: Testimonies.areExclusiveOwnerships)
        }
    }

    /// Ownership holds until it is said to change, so only dates that are certainly different
    /// separate two statements.
    private static func areExclusiveOwnerships(_ one: TopicStatement, _ other: TopicStatement)
        -> Bool
    {
        guard let first = one.event.stated?.ownership, let second = other.event.stated?.ownership,
            one.event.mayMeet(other.event)
        else { return false }
        return first.isApart(from: second)
    }

    /// Reported figures.
    private var figures: [Topic] {
        grouped(["data.value"]) { event in
            event.figure.map {
                ([$0.of.slug, $0.metric], event.view.value(at: "data.value") ?? .null)
            }
        }.map { key, statements in
            Topic(
                subject: .actor(ActorSlug(key[0])), attribute: key[1].text, paths: ["data.value"],
                statements: statements,
                reach: {
                    let time = $0.event.figure?.period ?? $0.event.body.occurred
                    return Reach(kind: time == nil ? "undated" : "dated", of: time)
                },
                areExclusive: Testimonies.areExclusiveFigures)
        }
    }

    /// Figures change over time, so only figures for the same time contradict each other.
    private static func areExclusiveFigures(_ one: TopicStatement, _ other: TopicStatement) -> Bool
    {
        guard let first = one.event.figure, let second = other.event.figure,
            first.value.isApart(from: second.value)
        else { return false }
        switch (first.period ?? one.event.body.occurred, second.period ?? other.event.body.occurred)
        {
        case (nil, nil): return true
        case (let time?, let otherTime?): return time.overlaps(otherTime) == .yes
        default: return false
        }
    }
}

extension Event {
    var stated: OwnershipStated? {
        if case .ownershipStated(let stated) = body.content { stated } else { nil }
    }

    var figure: FigureReported? {
        if case .figureReported(let figure) = body.content { figure } else { nil }
    }

    /// The fields of its type except the given ones.
    func fields(without names: [String]) -> JSONValue {
        var data = json["data"]?.object ?? [:]
        names.forEach { data[$0] = nil }
        return .object(data)
    }

    /// Whether the two may be true at the same time; an undated event always may.
    func mayMeet(_ other: Event) -> Bool {
        guard let time = body.occurred, let otherTime = other.body.occurred else { return true }
        return time.overlaps(otherTime) != .no
    }
}

extension Ownership {
    /// Whether the two exclude each other: a named and an undisclosed owner, or two shares of one
    /// owner.
    fileprivate func isApart(from other: Ownership) -> Bool {
        switch (self, other) {
        case (.undisclosed, .undisclosed): false
        case (.undisclosed, _), (_, .undisclosed): true
        case (.owned(let owner, let share, let direct), .owned(let same, let second, let how)):
            owner == same && (share.isApart(from: second) || Set([direct, how]) == [.yes, .no])
        }
    }
}

extension Share? {
    fileprivate func isApart(from other: Share?) -> Bool {
        guard let self, let other else { return false }
        return self.isApart(from: other)
    }
}
