package import EventLog
import Postgres
package import Projections

extension ReadModels {
    /// Marks a generation as complete: all workers are done, and it reflects the log up to its
    /// target.
    package func finish(
        _ building: Building, leaf: [UInt8]?
    ) async throws(EventLogError) -> [Checkpoint] {
        try await run { connection in
            try connection.execute(
                """
                UPDATE \(workspace).projection
                SET position = \(building.target), leaf = \(leaf)
                WHERE generation = \(building.generation) AND position < \(building.target)
                """)
            return try connection.query(
                """
                SELECT \(Checkpoint.columns, of: "p") FROM \(workspace).projection p
                WHERE p.generation = \(building.generation) ORDER BY p.name
                """
            ) { row in try Checkpoint(orNull: &row) }.compactMap(\.self)
        }
    }

    /// Replaces the live generations of the same projections by another one, for all readers at
    /// once.
    ///
    /// - Returns: Whether the generation existed; otherwise nothing is changed.
    package func swap(
        _ projections: [Projection], to generation: Int64
    ) async throws(EventLogError) -> Bool {
        let names = projections.map(\.name)
        return try await transaction { connection in
            // In the order in which updates lock them, so that the two cannot deadlock.
            let lines = try connection.query(
                """
                SELECT generation FROM \(workspace).projection
                WHERE name = ANY (\(names)) AND (is_live OR generation = \(generation))
                ORDER BY name, generation FOR UPDATE
                """
            ) { row in try row.next(Int64.self) }
            guard lines.count(where: { $0 == generation }) == names.count else { return false }
            try connection.execute(
                """
                UPDATE \(workspace).projection SET is_live = false
                WHERE name = ANY (\(names)) AND is_live
                """)
            try connection.execute(
                """
                UPDATE \(workspace).projection SET is_live = true
                WHERE name = ANY (\(names)) AND generation = \(generation)
                """)
            try connection.execute(
                "DELETE FROM \(workspace).rebuild_share WHERE generation = \(generation)")
            try announce(on: connection)
            return true
        }
    }

    /// Removes every generation that is not live: the remains of a swap or a crash.
    package func clear() async throws(EventLogError) {
        let left = try await run { connection in
            try connection.query(
                "SELECT name, generation FROM \(workspace).projection WHERE NOT is_live"
            ) { row in
                (name: try row.next(String.self), generation: try row.next(Int64.self))
            }
        }
        for (name, generation) in left {
            guard let projection = Projection.all.first(where: { $0.name == name }) else {
                continue
            }
            try await remove(projection, generation)
        }
    }

    /// Removes all rows of a generation.
    func removeRows(
        _ projection: Projection, _ generation: Int64, on connection: isolated Connection
    ) throws {
        try connection.execute(
            """
            DELETE FROM \(workspace).\(identifier: projection.table)
            WHERE generation = \(generation)
            """)
    }

    private func remove(
        _ projection: Projection, _ generation: Int64
    ) async throws(EventLogError) {
        try await transaction { connection in
            // Deletes the checkpoints first: this blocks on active writers, and a later writer
            // fails its position check.
            try connection.execute(
                "DELETE FROM \(workspace).rebuild_share WHERE generation = \(generation)")
            let removed = try connection.execute(
                """
                DELETE FROM \(workspace).projection
                WHERE name = \(projection.name) AND generation = \(generation) AND NOT is_live
                """)
            // The generation may have been swapped in since it was listed; then its rows are live.
            guard removed == 1 else { return }
            try removeRows(projection, generation, on: connection)
        }
    }
}
