import EventLog
package import Postgres
package import Projections

extension ReadModels {
    /// The rows of a generation, those of streams after one stream up to another, in order of
    /// their keys; it may be called inside a transaction.
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
