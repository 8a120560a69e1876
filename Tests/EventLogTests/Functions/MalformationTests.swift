import Testing

@Suite("malformation")
struct MalformationTests {
    /// The id of `case/a/seizure`, worked out with Python's `uuid.uuid5`.
    private static let keyed = "27f8cacb-797f-5009-ba10-04321a939ccf"
    private static let random = "0d4f7a52-6a3e-4c8e-9a0a-3f6f4d8f1c2b"

    /// What is wrong with an event of `case/a`; nil where nothing is.
    private func malformation(
        _ id: String, key: String?, _ body: String, hashes: Bool
    ) async throws -> String? {
        try await Scratch.use { scratch in
            let key = key.map { "'\($0)'" } ?? "NULL"
            return try await scratch.answer(
                of: "malformation('\(id)', 'case/a', \(key), '\(body)', \(hashes))")
        }
    }

    @Test("is none where id, key and body agree")
    func sound() async throws {
        let body = #"{"key":"seizure"}"#
        #expect(
            try await malformation(Self.keyed, key: "seizure", body, hashes: true) == nil)
        #expect(try await malformation(Self.random, key: nil, "{}", hashes: true) == nil)
    }

    @Test("is an id that is not made of stream and key, whether or not it is computed")
    func otherID() async throws {
        let body = #"{"key":"seizure"}"#
        for hashes in [true, false] {
            let told = try await malformation(Self.random, key: "seizure", body, hashes: hashes)
            #expect(told?.hasPrefix("its id is not the UUID of version 5") == true)
        }
        let ofAnother = #"{"key":"other"}"#
        let told = try await malformation(Self.keyed, key: "other", ofAnother, hashes: true)
        #expect(told?.hasPrefix("its id is not the UUID of version 5") == true)
        #expect(try await malformation(Self.keyed, key: "other", ofAnother, hashes: false) == nil)
    }

    @Test("is an id of version 5 without a key, and a body that is not canonical")
    func others() async throws {
        let unkeyed = try await malformation(Self.keyed, key: nil, "{}", hashes: true)
        #expect(unkeyed?.hasPrefix("its id is of version 5") == true)
        let body = try await malformation(Self.random, key: nil, #"{"b":1,"a":2}"#, hashes: true)
        #expect(body?.hasPrefix("its body is not canonical JSON") == true)
    }
}
