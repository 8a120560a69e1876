extension Bool: PostgresScalar {
    /// `boolean`.
    package static var type: PostgresType { .bool }
    /// TRUE or FALSE.
    package var literal: String { self ? "TRUE" : "FALSE" }

    /// Reads one byte, 0 or 1.
    package init?(wire: Span<UInt8>) {
        guard wire.count == 1, wire[0] <= 1 else { return nil }
        self = wire[0] == 1
    }

    /// Appends one byte, 0 or 1.
    package func encode(into wire: inout [UInt8]) { wire.append(self ? 1 : 0) }
}
