package import EventLog
import Postgres
package import Projections

/// A step of one projection along the log: the new rows of the streams that were written to.
package struct Advance: Sendable {
    /// The projection.
    package let projection: Projection
    /// From where.
    package let checkpoint: Checkpoint
    /// The new rows of the streams.
    package let rows: [ProjectedRow]

    /// A step of a projection.
    package init(_ projection: Projection, from checkpoint: Checkpoint, rows: [ProjectedRow]) {
        self.projection = projection
        self.checkpoint = checkpoint
        self.rows = rows
    }
}

extension ReadModels {
    /// Moves projections to a position: rows and checkpoints in one transaction.
    ///
    /// A projection that somebody else has moved meanwhile is left as he left it; one that somebody
    /// holds for longer than two seconds is not waited for. Nothing waits for the disk: what a crash
    /// takes back, it takes back with its checkpoint.
    package func advance(
        _ steps: [Advance], of streams: [String], to position: Int64, leaf: [UInt8]
    ) async throws(EventLogError) {
        try await transaction { connection in
            try connection.execute("SET LOCAL synchronous_commit = off")
            try connection.execute("SET LOCAL lock_timeout = '2s'")
            var isSeen = false
            for step in steps {
                let moved = try connection.query(
                    """
                    UPDATE \(workspace).projection
                    SET position = \(position), leaf = \(leaf), failed_at = NULL, failure = NULL
                    WHERE name = \(step.checkpoint.name)
                        AND generation = \(step.checkpoint.generation)
                        AND position = \(step.checkpoint.position)
                    RETURNING is_live
                    """
                ) { row in try row.next(Bool.self) }
                guard let isLive = moved.first else { continue }
                isSeen = isSeen || isLive
                let generation = step.checkpoint.generation
                try remove(step.projection, generation, streams, on: connection)
                try write(step.rows, of: step.projection, generation, on: connection)
            }
            if isSeen { try announce(on: connection) }
        }
    }

    private func remove(
        _ projection: Projection, _ generation: Int64, _ streams: [String],
        on connection: isolated Connection
    ) throws {
        try connection.execute(
            """
            DELETE FROM \(workspace).\(identifier: projection.table)
            WHERE generation = \(generation) AND stream = ANY (\(streams))
            """)
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
