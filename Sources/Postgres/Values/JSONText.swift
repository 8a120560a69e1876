/// A value of type `json`: its bytes as they were written.
package struct JSONText: Hashable, Sendable {
    /// UTF-8.
    package let bytes: [UInt8]

    /// The JSON text in `bytes`; whether it is JSON, the server checks.
    package init(_ bytes: [UInt8]) { self.bytes = bytes }
}

extension JSONText: PostgresScalar {
    /// `json`.
    package static var type: PostgresType { .json }
    /// The bytes, for the server to read as UTF-8 or to refuse.
    package var literal: String { "convert_from(\(bytes.literal), 'UTF8')::json" }
    /// Takes the bytes as they are.
    package init?(wire: Span<UInt8>) { self.init([UInt8](copying: wire)) }
    /// Appends the bytes as they are.
    package func encode(into wire: inout [UInt8]) { wire.append(contentsOf: bytes) }
}
