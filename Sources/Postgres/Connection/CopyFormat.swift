/// The bytes that open a binary COPY ("COPY", file formats, in PostgreSQL's manual).
let copySignature: [UInt8] = Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0x00]

/// Writes the columns of one row of a COPY.
package struct RowWriter: Sendable {
    private(set) var bytes: [UInt8] = copySignature + [UInt8](repeating: 0, count: 8)
    private var columns = 0

    /// Appends the next column; its type must be the column's own, for COPY converts nothing.
    package mutating func append(_ value: some PostgresValue) {
        bytes.append(cell: value)
        columns += 1
    }

    /// Starts a row of `count` columns.
    mutating func begin(_ count: Int) {
        bytes.append(bigEndian: Int16(clamping: count))
        columns = 0
    }

    /// Whether the row that was begun has `count` columns.
    func holds(_ count: Int) -> Bool { columns == count }

    /// Appends what ends a COPY.
    mutating func finish() { bytes.append(bigEndian: Int16(-1)) }

    /// Forgets what was sent and keeps its memory.
    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}
