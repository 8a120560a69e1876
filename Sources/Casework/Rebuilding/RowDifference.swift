package import CanonicalJSON
import Projections
import ReadModels

/// A row in which the stored rows differ from the fold of the log.
package struct RowDifference: Sendable {
    /// The kind of difference.
    package enum Kind: String, Sendable {
        /// The fold yields the row, but it is not stored.
        case missing
        /// The row is stored, but the fold does not yield it.
        case unexpected
        /// The row is stored with other values.
        case changed
    }

    /// The kind of difference.
    package let kind: Kind
    /// The values of its key.
    package let key: [JSONValue]
    /// The columns that differ.
    package let columns: [String]
    /// The event behind the row: the event that the row describes, else the last of its stream.
    package let event: String

    /// The difference as JSON.
    package var json: JSONValue {
        [
            "kind": .string(kind.rawValue), "key": .array(key),
            "columns": .strings(columns), "event": .string(event),
        ]
    }
}

/// Compares a projection's stored rows with the folded rows, both in the order of their keys.
struct RowComparison: Sendable {
    let projection: Projection
    /// The digest of the folded rows.
    private(set) var made = RowDigest()
    private(set) var differences: [RowDifference] = []
    private(set) var count: Int64 = 0

    /// How many differences are listed; the rest are counted.
    private static let limit = 20

    init(_ projection: Projection) { self.projection = projection }

    /// Compares the rows of some streams.
    ///
    /// - Parameters:
    ///   - kept: The stored rows.
    ///   - rows: The folded rows.
    ///   - last: The last event of each stream, by its name.
    mutating func compare(
        kept: [ProjectedRow], made rows: [ProjectedRow], last: [String: String]
    ) {
        for row in rows { made.take(row) }
        var (kept, rows) = (kept[...], rows[...])
        while let left = kept.first ?? rows.first {
            switch (kept.first, rows.first) {
            case (let old?, let new?) where old.key(projection) == new.key(projection):
                if old != new { note(.changed, new, old, last) }
                kept.removeFirst()
                rows.removeFirst()
            case (let old?, let new?) where old.precedes(new, by: projection.keyLength):
                note(.unexpected, old, nil, last)
                kept.removeFirst()
            case (_, let new?):
                note(.missing, new, nil, last)
                rows.removeFirst()
            default:
                note(.unexpected, left, nil, last)
                kept.removeFirst()
            }
        }
    }

    private mutating func note(
        _ kind: RowDifference.Kind, _ row: ProjectedRow, _ other: ProjectedRow?,
        _ last: [String: String]
    ) {
        count += 1
        guard differences.count < RowComparison.limit else { return }
        let columns = zip(projection.columns, zip(row.cells, other?.cells ?? row.cells))
            .filter { $1.0 != $1.1 }.map(\.0.name)
        differences.append(
            RowDifference(
                kind: kind, key: row.key(projection).map(\.keyJSON), columns: columns,
                event: row.event(projection) ?? last[row.stream] ?? row.stream))
    }
}

extension Cell {
    /// The value as JSON; keys contain only text and numbers.
    fileprivate var keyJSON: JSONValue {
        switch self {
        case .text(let text): .optional(text)
        case .integer(let number): number.map { .integer($0) } ?? .null
        case .boolean(let flag): .bool(flag)
        case .json: .null
        }
    }
}

extension ProjectedRow {
    fileprivate func key(_ projection: Projection) -> ArraySlice<Cell> {
        cells.prefix(projection.keyLength)
    }

    /// The event that the row describes, by its name or its position; nil if it describes a stream.
    fileprivate func event(_ projection: Projection) -> String? {
        let named = Dictionary(
            zip(projection.columns.map(\.name), cells), uniquingKeysWith: { first, _ in first })
        if case .text(let event?)? = named["event"] { return event }
        if case .integer(let position?)? = named["position"] { return String(position) }
        return nil
    }
}
