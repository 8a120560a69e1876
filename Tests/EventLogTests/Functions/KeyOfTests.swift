import Postgres
import Testing

@Suite("key_of")
struct KeyOfTests {
    private let id = "'0d4f7a52-6a3e-4c8e-9a0a-3f6f4d8f1c2b'::uuid"

    @Test(
        "is the text of the member key, escapes read; null where there is none",
        arguments: [
            (#"{"key":"seizure","x":1}"#, "seizure"), (#"{"key":"sei\u007aure"}"#, "seizure"),
            (#"{"x":{"key":"inner"}}"#, nil), ("{}", nil), (#"{"key":null}"#, nil),
        ] as [(String, String?)])
    func key(_ body: String, _ key: String?) async throws {
        try await Scratch.use { scratch in
            let told = try await scratch.answer(of: "key_of(\(id), '\(body)'::json)")
            #expect(told == key)
        }
    }

    @Test(
        "refuses an escape that stands for no character",
        arguments: [#"{"key":"a\u0000"}"#, #"{"key":"\ud83d"}"#])
    func noCharacter(_ body: String) async throws {
        try await Scratch.use { scratch in
            let error = await #expect(throws: PostgresError.self) {
                try await scratch.answer(of: "key_of(\(id), '\(body)'::json)")
            }
            #expect(error?.state == "LG003")
        }
    }
}
