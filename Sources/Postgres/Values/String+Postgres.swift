extension String: PostgresScalar {
    /// `text`.
    package static var type: PostgresType { .text }
    /// The types whose binary form is their text.
    package static var readable: [PostgresType] { [.text, .varchar, .name, .bpchar] }
    /// The quoted text.
    package var literal: String { quoted(self) }

    /// Reads UTF-8.
    package init?(wire: Span<UInt8>) {
        guard let text = try? UTF8Span(validating: wire) else { return nil }
        self.init(copying: text)
    }

    /// Appends the text as UTF-8.
    package func encode(into wire: inout [UInt8]) { wire.append(contentsOf: utf8) }
}
