import Testing

@Suite("order_of_name")
struct OrderOfNameTests {
    /// The example of RFC 8785, section 3.2.3, in its order; a name from U+E000 on stands behind an
    /// emoji, whose UTF-16 begins with a smaller unit.
    private static let ordered = [
        "\r", "1", "\u{80}", "\u{F6}", "\u{20AC}", "\u{1F600}", "\u{FB33}",
    ]

    @Test("sorts names by their UTF-16, as RFC 8785 has it")
    func order() async throws {
        try await Scratch.use { scratch in
            let names = OrderOfNameTests.ordered
            for (name, next) in zip(names, names.dropFirst()) {
                let codes = [name, next].map { text in
                    text.unicodeScalars.map { "chr(\($0.value))" }.joined(separator: " || ")
                }
                let call = """
                    order_of_name(\(codes[0])) COLLATE "C" < WS.order_of_name(\(codes[1])) COLLATE "C"
                    """
                let told = try await scratch.answer(of: call)
                #expect(told == "true", "\(codes)")
            }
        }
    }
}
