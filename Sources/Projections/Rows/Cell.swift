package import CanonicalJSON

/// A value of a read model's row.
package enum Cell: Hashable, Sendable {
    /// Text; nil where nothing is said.
    case text(String?)
    /// A whole number.
    case integer(Int64)
    /// Yes or no.
    case boolean(Bool)
    /// A value of canonical JSON.
    case json(JSONValue)

    /// The value in the row's line.
    package var json: JSONValue {
        switch self {
        case .text(let text): .optional(text)
        case .integer(let number): .integer(number)
        case .boolean(let flag): .bool(flag)
        case .json(let value): value
        }
    }
}

/// What kind of value a column holds.
package enum CellKind: Hashable, Sendable {
    case text, integer, boolean, json
}

/// A row of a read model: what one stream makes of it, without the generation.
package struct ProjectedRow: Hashable, Sendable {
    /// The values in the order of the projection's columns.
    package let cells: [Cell]

    /// A row of these values.
    package init(_ cells: [Cell]) { self.cells = cells }

    /// The stream that makes it.
    package var stream: String {
        if case .text(let stream?)? = cells.first { stream } else { "" }
    }

    /// The row as one line of canonical JSON: what its projection's digest is made of.
    package var line: JSONValue { .array(cells.map(\.json)) }

    /// Whether a row stands before another in the order of their first `count` values.
    package func precedes(_ other: ProjectedRow, by count: Int) -> Bool {
        for (left, right) in zip(cells.prefix(count), other.cells) where left != right {
            return left.precedes(right)
        }
        return false
    }
}

extension Cell {
    /// Whether both are the same bytes; Swift's own `==` takes composed and decomposed letters for
    /// equal.
    package static func == (left: Cell, right: Cell) -> Bool { left.json == right.json }

    /// Hashes the bytes.
    package func hash(into hasher: inout Hasher) { hasher.combine(json) }

    /// Numbers by size, text by its bytes, nothing first; other values are no keys.
    fileprivate func precedes(_ other: Cell) -> Bool {
        switch (self, other) {
        case (.integer(let left), .integer(let right)): left < right
        case (.text(let left), .text(let right)):
            (left ?? "").utf8.lexicographicallyPrecedes((right ?? "").utf8)
        default: false
        }
    }
}
