/// A read model that is a pure function of the log: it maps the events of each stream to rows.
///
/// It is deterministic: the same log gives the same rows, independent of machine, locale and clock.
/// No row contains the time or author of a recording, a salt or a leaf hash.
package struct Projection: Sendable {
    /// A column of its table.
    package struct Column: Hashable, Sendable {
        /// Its name.
        package let name: String
        /// Its type.
        package let kind: CellKind
    }

    /// Its name, for people and commands.
    package let name: String
    /// Incremented whenever the same log gives different rows.
    package let version: Int64
    /// The table of its rows; the first column is `generation`, which is not listed here.
    package let table: String
    /// The other columns in order; the first is `stream`.
    package let columns: [Column]
    /// The number of leading columns that form the key of a row.
    package let keyLength: Int
    private let reduce: @Sendable (StreamHistory) throws(ReducerFailure) -> [ProjectedRow]

    /// A projection.
    ///
    /// - Parameters:
    ///   - name: its name.
    ///   - version: incremented whenever the same log gives different rows.
    ///   - table: the table of its rows.
    ///   - columns: name and type of the columns; the first is `stream`.
    ///   - keyLength: the number of columns that form the key.
    ///   - reduce: computes the rows of one stream; an error stops the projection.
    package init(
        _ name: String, version: Int64 = 1, table: String,
        columns: KeyValuePairs<String, CellKind>, keyLength: Int,
        reduce: @escaping @Sendable (StreamHistory) throws(ReducerFailure) -> [ProjectedRow]
    ) {
        self.init(
            name, version: version, table: table,
            columns: columns.map { Column(name: $0.key, kind: $0.value) }, keyLength: keyLength,
            reduce: reduce)
    }

    private init(
        _ name: String, version: Int64, table: String, columns: [Column], keyLength: Int,
        reduce: @escaping @Sendable (StreamHistory) throws(ReducerFailure) -> [ProjectedRow]
    ) {
        self.name = name
        self.version = version
        self.table = table
        self.columns = columns
        self.keyLength = keyLength
        self.reduce = reduce
    }

    /// The rows of a stream, in the order of their keys.
    package func rows(of history: StreamHistory) throws(ReducerFailure) -> [ProjectedRow] {
        let rows = try reduce(history)
        let isInOrder = zip(rows, rows.dropFirst()).allSatisfy { $0.precedes($1, by: keyLength) }
        return isInOrder ? rows : rows.sorted { $0.precedes($1, by: keyLength) }
    }

    /// The same projection restricted to some columns, of which the first ones form the key.
    package func narrowed(to names: [String]) -> Projection {
        let kept = columns.indices.filter { names.contains(columns[$0].name) }
        return Projection(
            name, version: version, table: table, columns: kept.map { columns[$0] },
            keyLength: keyLength
        ) { history throws(ReducerFailure) in
            try reduce(history).map { row in ProjectedRow(kept.map { row.cells[$0] }) }
        }
    }

    /// All stored projections, in the order of their names.
    package static let all: [Projection] = [
        .due, .links, .measures, .mentions, .participants, .registers, .search, .states, .timelines,
        .unreadable,
    ]
}

/// A fold that could not continue: the event at which it stopped, and why.
package struct ReducerFailure: Error, Hashable, Sendable {
    /// The event's position in the log.
    package let position: Int64
    /// The reason, without any content of the event.
    package let reason: String

    /// A failure at an event.
    package init(position: Int64, reason: String) {
        self.position = position
        self.reason = reason
    }
}
