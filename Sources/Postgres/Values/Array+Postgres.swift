extension Array: PostgresValue where Element: PostgresElement {
    /// The element's array type.
    package static var type: PostgresType { Element.listType }
    /// The array types that the element can be read from.
    package static var readable: [PostgresType] { Element.readableLists }
    /// The array in SQL.
    package var literal: String { Element.literal(of: self) }

    /// Reads an array of one dimension.
    package init?(wire: Span<UInt8>) {
        guard let list = Element.list(wire: wire) else { return nil }
        self = list
    }

    /// Appends the array.
    package func encode(into wire: inout [UInt8]) { Element.encode(self, into: &wire) }
}

extension Array: PostgresElement where Element == UInt8 {}
