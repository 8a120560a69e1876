package import EventLog
import Postgres
import Projections

/// Conditions on measures that stored rows can decide for all but some of the measures; nil: none.
package struct MeasureConditions: Sendable {
    /// Streams whose rows may be out of date: their measures are always included.
    package var doubtful: [String] = []
    /// The stream of a case that names it.
    package var `case`: String?
    /// Its possible kinds.
    package var kinds: [String]?
    /// Who may have imposed it.
    package var by: [String]?
    /// Whom it may be aimed at.
    package var against: [String]?
    /// Codes of which one contains a code of its scope, or is contained in it.
    package var scopes: [String]?
    /// The days, since 1970-01-01, on one of which it may be in force.
    package var days: ClosedRange<Int64>?

    /// No conditions.
    package init() {}
}

/// The measures that may meet some conditions, and the checkpoint of the rows that tell so.
package struct PossibleMeasures: Sendable {
    /// The checkpoint.
    package let checkpoint: Checkpoint
    /// The slugs, in their order.
    package let measures: [String]
}

extension ReadModels {
    /// The measures that may meet some conditions; all others certainly do not, as of the
    /// checkpoint.
    ///
    /// A measure that several cases name may be in force although each of them for itself knows of
    /// an end, so that its last day is left open.
    ///
    /// - Returns: nil if there are no stored rows that this program could have made from this log.
    package func measures(
        meeting conditions: MeasureConditions
    ) async throws(EventLogError) -> PossibleMeasures? {
        try await transaction { connection in
            try connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            guard let live = try state(on: connection).live[Projection.measures.name],
                live.version == Projection.measures.version, try isOfThisLog(live, on: connection)
            else { return nil }
            let measures = try connection.query(statement(conditions, live.generation)) { row in
                try row.next(String.self)
            }
            return PossibleMeasures(checkpoint: live, measures: measures)
        }
    }

    private func statement(_ conditions: MeasureConditions, _ generation: Int64) -> Statement {
        """
        SELECT m.measure FROM \(workspace).measure m
        WHERE m.generation = \(generation) AND \(narrowed(by: conditions, generation))
        GROUP BY m.measure HAVING \(onDays(of: conditions))
        UNION
        SELECT m.measure FROM \(workspace).measure m
        WHERE m.generation = \(generation) AND m.stream = ANY (\(conditions.doubtful))
        ORDER BY measure
        """
    }

    /// Each condition may be met in another row.
    private func narrowed(by conditions: MeasureConditions, _ generation: Int64) -> Statement {
        let asked: [Statement?] = [
            conditions.case.map { "m.stream = \($0)" },
            conditions.kinds.map { words(in: "kinds", $0) },
            conditions.by.map { words(in: "by_actors", $0) },
            conditions.against.map { words(in: "on_actors", $0) },
            conditions.scopes.map(covering),
        ]
        let sets = asked.compactMap(\.self).map { condition -> Statement in
            """
            SELECT m.measure FROM \(workspace).measure m
            WHERE m.generation = \(generation) AND \(condition)
            """
        }
        guard let first = sets.first else { return "true" }
        let all = sets.dropFirst().reduce(first) { "\($0) INTERSECT \($1)" }
        return "m.measure IN (\(all))"
    }

    /// Rows that have one of some words among those of a column; nearly all have one word.
    private func words(in column: String, _ words: [String]) -> Statement {
        """
        (m.\(identifier: column) = ANY (\(words)) OR strpos(m.\(identifier: column), ' ') > 0
            AND string_to_array(m.\(identifier: column), ' ') && \(words))
        """
    }

    private func covering(_ codes: [String]) -> Statement {
        """
        m.scope <> '' AND EXISTS (
            SELECT FROM unnest(string_to_array(m.scope, chr(10))) s (code)
            JOIN unnest(\(codes)) c (code)
                ON starts_with(c.code, s.code) OR starts_with(s.code, c.code))
        """
    }

    private func onDays(of conditions: MeasureConditions) -> Statement {
        guard let days = conditions.days else { return "true" }
        return """
            bool_or(coalesce(m.first_day <= \(days.upperBound), true))
                FILTER (WHERE m.stream >= 'case/' AND m.stream < 'case0')
            AND (count(*) FILTER (WHERE m.stream >= 'case/' AND m.stream < 'case0') > 1
                OR bool_or(coalesce(m.last_day >= \(days.lowerBound), true))
                    FILTER (WHERE m.stream >= 'case/' AND m.stream < 'case0'))
            """
    }
}
