extension Optional: PostgresValue where Wrapped: PostgresValue {
    /// The type of what is there.
    package static var type: PostgresType { Wrapped.type }
    /// The types of what is there.
    package static var readable: [PostgresType] { Wrapped.readable }
    /// Nothing.
    package static var null: Self? { .some(.none) }
    /// Whether nothing is there.
    package var isNull: Bool { self?.isNull ?? true }
    /// The literal of what is there, or NULL.
    package var literal: String { self?.literal ?? "NULL::\(Wrapped.type.name)" }

    /// Reads what is there.
    package init?(wire: Span<UInt8>) {
        guard let value = Wrapped(wire: wire) else { return nil }
        self = .some(value)
    }

    /// Appends what is there; NULL has no bytes.
    package func encode(into wire: inout [UInt8]) { self?.encode(into: &wire) }
}

extension Optional: PostgresElement where Wrapped: PostgresScalar {}
