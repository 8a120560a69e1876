package import CanonicalJSON

/// A value of a read model's row.
package enum Cell: Hashable, Sendable {
    /// Text; nil if there is none.
    case text(String?)
    /// An integer; nil if there is none.
    case integer(Int64?)
    /// A Boolean.
    case boolean(Bool)
    /// JSON, as stored bytes; a projection always produces canonical JSON.
    case json([UInt8])

    /// A JSON object.
    package static func object(_ members: JSONObject) -> Cell {
        .json(JSONValue.object(members).canonicalBytes())
    }

    /// Appends the value to a row's line: as canonical JSON, or as stored.
    fileprivate func append(to line: inout [UInt8]) {
        switch self {
        case .text(let text): JSONValue.optional(text).appendCanonicalBytes(to: &line)
        case .integer(let number):
            (number.map { JSONValue.integer($0) } ?? .null).appendCanonicalBytes(to: &line)
        case .boolean(let flag): JSONValue.bool(flag).appendCanonicalBytes(to: &line)
        case .json(let bytes): line += bytes
        }
    }
}

/// The type of a column.
package enum CellKind: Hashable, Sendable {
    case text, integer, boolean, json
}

/// A row of a read model, produced by one stream; without the generation.
package struct ProjectedRow: Hashable, Sendable {
    /// The values in the order of the projection's columns.
    package let cells: [Cell]

    /// A row with these values.
    package init(_ cells: [Cell]) { self.cells = cells }

    /// The stream that produces it.
    package var stream: String {
        if case .text(let stream?)? = cells.first { stream } else { "" }
    }

    /// Appends the row as one line of canonical JSON (an array, without a line end), as used for
    /// the projection's digest.
    package func append(to lines: inout [UInt8]) {
        for (index, cell) in cells.enumerated() {
            lines.append(UInt8(ascii: index == 0 ? "[" : ","))
            cell.append(to: &lines)
        }
        lines.append(UInt8(ascii: "]"))
    }

    /// Whether a row sorts before another by its first `count` values.
    package func precedes(_ other: ProjectedRow, by count: Int) -> Bool {
        for index in 0..<count where cells[index] != other.cells[index] {
            return cells[index].precedes(other.cells[index])
        }
        return false
    }
}

extension Cell {
    /// Whether both have the same bytes; Swift's own `==` treats composed and decomposed letters as
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

    /// Orders numbers by value, text by its bytes, and null first; other values cannot be keys.
    fileprivate func precedes(_ other: Cell) -> Bool {
        switch (self, other) {
        case (.integer(let left?), .integer(let right?)): left < right
        case (.text(let left), .text(let right)):
            (left ?? "").utf8.lexicographicallyPrecedes((right ?? "").utf8)
        default: false
        }
    }
}
