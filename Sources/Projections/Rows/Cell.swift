package import CanonicalJSON

/// A value of a read model's row.
package enum Cell: Hashable, Sendable {
    /// Text; nil where nothing is said.
    case text(String?)
    /// A whole number.
    case integer(Int64)
    /// Yes or no.
    case boolean(Bool)
    /// A value of JSON, as the bytes that are kept; what a projection makes is canonical.
    case json([UInt8])

    /// An object of JSON.
    package static func object(_ members: JSONObject) -> Cell {
        .json(JSONValue.object(members).canonicalBytes())
    }

    /// Writes the value behind a row's line: canonical JSON, or what is kept of it.
    fileprivate func append(to line: inout [UInt8]) {
        switch self {
        case .text(let text): JSONValue.optional(text).appendCanonicalBytes(to: &line)
        case .integer(let number): JSONValue.integer(number).appendCanonicalBytes(to: &line)
        case .boolean(let flag): JSONValue.bool(flag).appendCanonicalBytes(to: &line)
        case .json(let bytes): line += bytes
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

    /// Writes the row as one line of canonical JSON, an array, without its end: what its
    /// projection's digest is made of.
    package func append(to lines: inout [UInt8]) {
        for (index, cell) in cells.enumerated() {
            lines.append(UInt8(ascii: index == 0 ? "[" : ","))
            cell.append(to: &lines)
        }
        lines.append(UInt8(ascii: "]"))
    }

    /// Whether a row stands before another in the order of their first `count` values.
    package func precedes(_ other: ProjectedRow, by count: Int) -> Bool {
        for index in 0..<count where cells[index] != other.cells[index] {
            return cells[index].precedes(other.cells[index])
        }
        return false
    }
}

extension Cell {
    /// Whether both are the same bytes; Swift's own `==` takes composed and decomposed letters for
    /// equal.
    package static func == (left: Cell, right: Cell) -> Bool {
        switch (left, right) {
        case (.text(let left?), .text(let right?)): left.utf8.elementsEqual(right.utf8)
        case (.text(nil), .text(nil)): true
        case (.integer(let left), .integer(let right)): left == right
        case (.boolean(let left), .boolean(let right)): left == right
        case (.json(let left), .json(let right)): left == right
        default: false
        }
    }

    /// Hashes the bytes.
    package func hash(into hasher: inout Hasher) {
        var bytes: [UInt8] = []
        append(to: &bytes)
        hasher.combine(bytes)
    }

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
