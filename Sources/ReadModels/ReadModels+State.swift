package import EventLog
package import Postgres
package import Projections

extension ReadModels {
    /// The head of the log and the live projections, in one snapshot.
    package func state() async throws(EventLogError) -> ReadModelState {
        try await run { connection in try state(on: connection) }
    }

    /// The same; it may be called inside a transaction.
    package func state(on connection: isolated Connection) throws -> ReadModelState {
        let rows = try connection.query(
            """
            SELECT h.position, \(Checkpoint.columns, of: "p") FROM \(workspace).head h
            LEFT JOIN \(workspace).projection p ON p.is_live
            WHERE h.one ORDER BY p.name
            """
        ) { row in
            (head: try row.next(Int64.self), checkpoint: try Checkpoint(orNull: &row))
        }
        let live = rows.compactMap(\.checkpoint).map { ($0.name, $0) }
        return ReadModelState(
            head: rows.first?.head ?? 0,
            live: Dictionary(live) { first, _ in first })
    }

    /// Creates a first, empty generation of each projection that has none.
    package func begin(_ projections: [Projection]) async throws(EventLogError) {
        try await transaction { connection in
            for projection in projections {
                let begun = try connection.query(
                    """
                    INSERT INTO \(workspace).projection
                        (name, generation, version, is_live, position)
                    SELECT \(projection.name),
                        1 + (SELECT coalesce(max(generation), 0) FROM \(workspace).projection),
                        \(projection.version), true, 0
                    ON CONFLICT DO NOTHING RETURNING generation
                    """
                ) { row in try row.next(Int64.self) }
                // Orphaned rows, without a checkpoint.
                for generation in begun { try removeRows(projection, generation, on: connection) }
            }
        }
    }

    /// Records where and why the fold of a projection stopped; its rows are kept.
    package func fail(
        _ name: String, _ generation: Int64, _ failure: Checkpoint.Failure
    ) async throws(EventLogError) {
        _ = try await run { connection in
            try connection.execute(
                """
                UPDATE \(workspace).projection
                SET failed_at = \(failure.position), failure = \(failure.reason)
                WHERE name = \(name) AND generation = \(generation)
                """)
        }
    }
}
