import Testing

@Suite("has_whole_numbers")
struct HasWholeNumbersTests {
    @Test(
        "takes what RFC 8785 writes of whole numbers up to 2^53-1, and no blank",
        arguments: [
            ":1,", ":0}", ":-1]", "[1,2,-3]", ":9007199254740991,", ":-9007199254740991}", ":true,",
            ":null}", "", "[[],{}]",
        ])
    func taken(_ gap: String) async throws {
        try await Scratch.use { scratch in
            let told = try await scratch.answer(of: "has_whole_numbers('\(gap)')")
            #expect(told == "true")
        }
    }

    @Test(
        "refuses blanks, fractions, exponents, leading zeros, minus zero and larger numbers",
        arguments: [
            ": 1", ":1.5", ":1e2", ":01", ":-0", ":+1", ":9007199254740992",
            ":-9007199254740992", ":10000000000000000", ":1-2", ":00", ":tru", "\n",
        ])
    func refused(_ gap: String) async throws {
        try await Scratch.use { scratch in
            let told = try await scratch.answer(of: "has_whole_numbers('\(gap)')")
            #expect(told == "false")
        }
    }
}
