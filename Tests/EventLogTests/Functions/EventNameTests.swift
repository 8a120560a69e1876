import Testing

@Suite("event_name and id_in")
struct EventNameTests {
    @Test(
        "name an event as answers do",
        arguments: [
            ("'case/acme', 'seizure', 2", "acme/seizure"), ("'case/acme', NULL, 7", "acme#7"),
            ("'actor/acme', 'registered', 1", "actor/acme/registered"),
            ("'source/gazette', NULL, 2", "source/gazette#2"),
        ])
    func name(_ arguments: String, _ name: String) async throws {
        try await Scratch.use { scratch in
            let told = try await scratch.answer(of: "event_name(\(arguments))")
            #expect(told == name)
        }
    }

    @Test("take an id for one, and no other name")
    func id() async throws {
        try await Scratch.use { scratch in
            let id = "5144d1a6-e052-5341-97cf-3c4d83e960a9"
            let told = try await scratch.answer(of: "id_in('\(id)')")
            #expect(told == id)
            for name in ["acme/seizure", "acme#7", "actor/acme/registered", "\(id)/x", ""] {
                let told = try await scratch.answer(of: "id_in('\(name)') IS NULL")
                #expect(told == "true")
            }
        }
    }
}
