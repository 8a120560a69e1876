import CanonicalJSON
import CaseModel

extension Projection {
    /// What each case and each register says about each measure: tells which measures a question
    /// may be about.
    ///
    /// How a measure stands follows from all its cases together.
    package static let measures = Projection(
        "measures", table: "measure",
        columns: [
            "stream": .text, "measure": .text, "kinds": .text, "by_actors": .text,
            "on_actors": .text, "scope": .text, "first_day": .integer, "last_day": .integer,
        ], keyLength: 2
    ) { history in
        history.measureMentions.map { mention in
            ProjectedRow([
                .text(history.stream.text), .text(mention.measure.text),
                .text(mention.kinds.map(\.rawValue).joinedInOrder),
                .text(mention.by.map(\.slug.text).joinedInOrder),
                .text(mention.on.map(\.slug.text).joinedInOrder),
                .text(mention.scope.compactMap(ScopeQuery.init).map(\.comparable).joinedInLines),
                .integer(mention.days.first?.daysSince1970),
                .integer(mention.days.last?.daysSince1970),
            ])
        }
    }

    /// The days on which something runs out or is due, or was before another event changed that.
    package static let due = Projection(
        "due", table: "due_day",
        columns: [
            "stream": .text, "position": .integer, "due": .text, "measure": .text,
            "first_day": .integer, "last_day": .integer,
        ], keyLength: 3
    ) { history in
        guard history.stream.kind == .case else { return [] }
        return history.happenings.flatMap { happening in
            Set(happening.dueDays).map { date in
                ProjectedRow([
                    .text(history.stream.text), .integer(happening.event.position),
                    .text(date.text), .text(happening.event.measure?.text),
                    .integer(date.earliest?.daysSince1970),
                    .integer(date.latest?.daysSince1970),
                ])
            }
        }
    }
}

extension StreamHistory {
    /// What it says about each measure.
    fileprivate var measureMentions: [MeasureMention] {
        switch stream.kind {
        case .case: return MeasureMention.all(in: standing)
        case .measure:
            return standing.filter { $0.retraction == nil }.compactMap { standing in
                guard case .measureRegistered(let registered) = standing.event.body.content else {
                    return nil
                }
                return MeasureMention(stream.slug, registered)
            }.suffix(1)
        default: return []
        }
    }
}

extension [String] {
    /// The texts, one a line.
    fileprivate var joinedInLines: String { joined(separator: "\n") }

    /// The words in their order, separated by spaces.
    fileprivate var joinedInOrder: String { sorted().joined(separator: " ") }
}
