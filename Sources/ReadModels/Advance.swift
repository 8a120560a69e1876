package import EventLog
import Postgres
package import Projections

/// A step of one projection along the log: the new rows of the streams with new events.
package struct Advance: Sendable {
    /// The projection.
    package let projection: Projection
    /// The checkpoint that the step starts from.
    package let checkpoint: Checkpoint
    /// The new rows of the streams.
    package let rows: [ProjectedRow]

    /// Creates a step of a projection.
    package init(_ projection: Projection, from checkpoint: Checkpoint, rows: [ProjectedRow]) {
        self.projection = projection
        self.checkpoint = checkpoint
        self.rows = rows
    }
}

extension ReadModels {
    /// Moves projections to a position: rows and checkpoints in one transaction.
    ///
    /// A projection that another session has moved meanwhile is skipped; one that another session
    /// locks for longer than two seconds fails the call. The commit does not wait for the disk: a
    /// crash loses the rows and the checkpoint together.
    ///
    /// - Returns: The names of the projections that were moved.
    @discardableResult
    package func advance(
        _ steps: [Advance], of streams: [String], to position: Int64, leaf: [UInt8]
    ) async throws(EventLogError) -> Set<String> {
        try await transaction { connection in
            try connection.execute(
                """
                SELECT set_config('synchronous_commit', 'off', true),
                    set_config('lock_timeout', '2s', true)
                """)
            let moved = try move(steps.map(\.checkpoint), to: position, leaf, on: connection)
            let own = steps.filter { moved.keys.contains($0.checkpoint.name) }
            guard !own.isEmpty else { return [] }
            try remove(own, streams, announcing: moved.values.contains(true), on: connection)
            for step in own {
                try write(
                    step.rows, of: step.projection, step.checkpoint.generation, on: connection)
            }
            return Set(moved.keys)
        }
    }

    /// Moves the checkpoints that are still at their expected position; returns which these were,
    /// and whether they are live.
    ///
    /// They are locked in the order of their names, so that two sessions cannot deadlock.
    private func move(
        _ checkpoints: [Checkpoint], to position: Int64, _ leaf: [UInt8],
        on connection: isolated Connection
    ) throws -> [String: Bool] {
        let moved = try connection.query(
            """
            WITH held AS MATERIALIZED (
                SELECT p.name, p.generation FROM \(workspace).projection p
                JOIN unnest(
                    \(checkpoints.map(\.name)), \(checkpoints.map(\.generation)),
                    \(checkpoints.map(\.position))) s (name, generation, position)
                    USING (name, generation, position)
                ORDER BY p.name FOR UPDATE OF p
            )
            UPDATE \(workspace).projection p
            SET position = \(position), leaf = \(leaf), failed_at = NULL, failure = NULL
            FROM held WHERE (p.name, p.generation) = (held.name, held.generation)
            RETURNING p.name, p.is_live
            """
        ) { row in (try row.next(String.self), try row.next(Bool.self)) }
        return Dictionary(moved) { first, _ in first }
    }

    /// Removes the rows of some streams from the tables of several projections, in one statement,
    /// which also notifies listeners if one of the projections is live.
    private func remove(
        _ steps: [Advance], _ streams: [String], announcing: Bool,
        on connection: isolated Connection
    ) throws {
        var sql = Statement.StringInterpolation(literalCapacity: 0, interpolationCount: 0)
        for (number, step) in steps.enumerated() {
            sql.appendLiteral(number == 0 ? "WITH " : ", ")
            sql.appendInterpolation(identifier: step.projection.table)
            sql.appendLiteral(" AS (DELETE FROM ")
            sql.appendInterpolation(workspace)
            sql.appendLiteral(".")
            sql.appendInterpolation(identifier: step.projection.table)
            sql.appendLiteral(" WHERE generation = ")
            sql.appendInterpolation(step.checkpoint.generation)
            sql.appendLiteral(" AND stream = ANY (")
            sql.appendInterpolation(streams)
            sql.appendLiteral("))")
        }
        sql.appendLiteral(" SELECT")
        if announcing {
            sql.appendLiteral(" pg_notify(")
            sql.appendInterpolation(channel)
            sql.appendLiteral(", '')")
        }
        try connection.execute(Statement(stringInterpolation: sql))
    }

    /// Adds rows to a generation by binary COPY.
    func write(
        _ rows: [ProjectedRow], of projection: Projection, _ generation: Int64,
        on connection: isolated Connection
    ) throws {
        guard !rows.isEmpty else { return }
        let table = TableName(schema: workspace.name, name: projection.table)
        try connection.copy(
            rows, into: table, columns: ["generation"] + projection.columns.map(\.name)
        ) { row, writer in
            writer.append(generation)
            for cell in row.cells { writer.append(cell) }
        }
    }
}

extension RowWriter {
    fileprivate mutating func append(_ cell: Cell) {
        switch cell {
        case .text(let text): append(text)
        case .integer(let number): append(number)
        case .boolean(let flag): append(flag)
        case .json(let bytes): append(JSONText(bytes))
        }
    }
}
