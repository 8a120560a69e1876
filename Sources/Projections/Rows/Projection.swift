/// A read model that is a pure function of the log: for each stream, what rows its events make.
///
/// Deterministic: the same log gives the same rows, whatever the machine, its locale or its clock.
/// No row holds when or by whom an event was recorded, nor its salt or leaf.
package struct Projection: Sendable {
    /// A column of its table.
    package struct Column: Hashable, Sendable {
        /// Its name.
        package let name: String
        /// What it holds.
        package let kind: CellKind
    }

    /// Its name, for people and commands.
    package let name: String
    /// Counts up when the same log makes other rows than before.
    package let version: Int64
    /// The table that keeps its rows; its first column is `generation`, which is not told here.
    package let table: String
    /// The other columns in order; the first is `stream`.
    package let columns: [Column]
    /// How many columns, from the first, make the key of a row.
    package let keyLength: Int
    private let reduce: @Sendable (StreamHistory) throws(ReducerFailure) -> [ProjectedRow]

    /// A projection.
    ///
    /// - Parameters:
    ///   - name: its name.
    ///   - version: counts up when the same log makes other rows than before.
    ///   - table: the table that keeps its rows.
    ///   - columns: name and kind of the columns; the first is `stream`.
    ///   - keyLength: how many of them make the key.
    ///   - reduce: the rows of one stream; what it throws stops the projection.
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

    /// The rows that a stream makes, in the order of their keys.
    package func rows(of history: StreamHistory) throws(ReducerFailure) -> [ProjectedRow] {
        let rows = try reduce(history)
        let isInOrder = zip(rows, rows.dropFirst()).allSatisfy { $0.precedes($1, by: keyLength) }
        return isInOrder ? rows : rows.sorted { $0.precedes($1, by: keyLength) }
    }

    /// The same projection with fewer columns, of which the first make the key.
    package func narrowed(to names: [String]) -> Projection {
        let kept = columns.indices.filter { names.contains(columns[$0].name) }
        return Projection(
            name, version: version, table: table, columns: kept.map { columns[$0] },
            keyLength: keyLength
        ) { history throws(ReducerFailure) in
            try reduce(history).map { row in ProjectedRow(kept.map { row.cells[$0] }) }
        }
    }

    /// Every projection that is kept, in the order of their names.
    package static let all: [Projection] = [
        .links, .mentions, .participants, .registers, .search, .states, .timelines, .unreadable,
    ]
}

/// A fold that could not go on: the event at which it stopped, and why.
package struct ReducerFailure: Error, Hashable, Sendable {
    /// The event's place in the log.
    package let position: Int64
    /// What is wrong, without anything that the event says.
    package let reason: String

    /// A failure at an event.
    package init(position: Int64, reason: String) {
        self.position = position
        self.reason = reason
    }
}
