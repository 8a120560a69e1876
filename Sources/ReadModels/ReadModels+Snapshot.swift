package import EventLog
package import Postgres
package import Projections

/// Selects rows of a read model.
package enum Selection: Sendable {
    case all
    /// The rows in which a text column has one of some values.
    case column(String, anyOf: [String])
    /// The rows whose days, between two columns that are null where they are open, may include some
    /// days since 1970-01-01.
    case days(from: String, to: String, overlapping: ClosedRange<Int64>)
}

/// The rows of a read model, and the position that they reflect, in one snapshot.
package struct Snapshot: Sendable {
    /// The last position of the log.
    package let head: Int64
    /// The live generation; nil if there is none that this program could have made from this log.
    package let checkpoint: Checkpoint?
    /// Its rows, in the order of their keys.
    package let rows: [ProjectedRow]
}

extension ReadModels {
    /// Reads the stored rows of a projection, in one snapshot.
    package func snapshot(
        of projection: Projection, _ selection: Selection
    ) async throws(EventLogError) -> Snapshot {
        try await transaction { connection in
            try connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            let state = try state(on: connection)
            guard let live = state.live[projection.name], live.version == projection.version,
                try isOfThisLog(live, on: connection)
            else { return Snapshot(head: state.head, checkpoint: nil, rows: []) }
            let rows = try connection.query(statement(projection, live.generation, selection)) {
                row in try ProjectedRow(&row, projection.columns)
            }
            return Snapshot(head: state.head, checkpoint: live, rows: rows)
        }
    }

    /// Whether the event at the checkpoint is the one that the rows were made from.
    func isOfThisLog(
        _ checkpoint: Checkpoint, on connection: isolated Connection
    ) throws -> Bool {
        guard checkpoint.position > 0 else { return true }
        let leaves = try connection.query(
            "SELECT leaf FROM \(workspace).event WHERE position = \(checkpoint.position)"
        ) { row in try row.next([UInt8].self) }
        return leaves.first == checkpoint.leaf
    }

    private func statement(
        _ projection: Projection, _ generation: Int64, _ selection: Selection
    ) -> Statement {
        let columns = projection.columns.map(\.name)
        let key = Array(columns.prefix(projection.keyLength))
        return switch selection {
        case .all:
            """
            SELECT \(identifiers: columns) FROM \(workspace).\(identifier: projection.table)
            WHERE generation = \(generation) ORDER BY \(identifiers: key)
            """
        case .column(let name, let values):
            """
            SELECT \(identifiers: columns) FROM \(workspace).\(identifier: projection.table)
            WHERE generation = \(generation) AND \(identifier: name) = ANY (\(values))
            ORDER BY \(identifiers: key)
            """
        case .days(let from, let to, let days):
            """
            SELECT \(identifiers: columns) FROM \(workspace).\(identifier: projection.table)
            WHERE generation = \(generation)
                AND coalesce(\(identifier: from) <= \(days.upperBound), true)
                AND coalesce(\(identifier: to) >= \(days.lowerBound), true)
            ORDER BY \(identifiers: key)
            """
        }
    }
}

extension ReadModels {
    /// The rows of a generation for the streams after one stream up to another, in order of their
    /// keys; may be called inside a transaction.
    package func rows(
        of projection: Projection, _ generation: Int64, after first: String, through last: String?,
        on connection: isolated Connection
    ) throws -> [ProjectedRow] {
        try connection.fold(
            copying: statement(projection, generation, after: first, through: last),
            into: [ProjectedRow]()
        ) { rows, row in
            rows.append(try ProjectedRow(&row, projection.columns))
        }
    }

    func statement(
        _ projection: Projection, _ generation: Int64, after first: String, through last: String?
    ) -> Statement {
        let columns = projection.columns.map(\.name)
        let key = Array(columns.prefix(projection.keyLength))
        return """
            SELECT \(identifiers: columns) FROM \(workspace).\(identifier: projection.table)
            WHERE generation = \(generation) AND (\(first.isEmpty) OR stream > \(first))
                AND (\(last == nil) OR stream <= \(last ?? ""))
            ORDER BY \(identifiers: key)
            """
    }
}

extension ProjectedRow {
    /// Reads the columns of one row.
    init(_ row: inout Row, _ columns: [Projection.Column]) throws {
        var cells: [Cell] = []
        cells.reserveCapacity(columns.count)
        for column in columns {
            switch column.kind {
            case .text: cells.append(.text(try row.next()))
            case .integer: cells.append(.integer(try row.next()))
            case .boolean: cells.append(.boolean(try row.next()))
            case .json: cells.append(.json(try row.next(JSONText.self).bytes))
            }
        }
        self.init(cells)
    }
}
