import Foundation
import Postgres
import Testing

@Suite("A value comes back as it was sent, as a parameter and written out for COPY")
struct ValueTests {
    private func expectRoundTrip<Value: PostgresValue & Equatable>(_ value: Value) async throws {
        #expect(try await ask("SELECT \(value)") == value)
        #expect(try await askCopying("SELECT \(value)") == value)
    }

    @Test("integers at their bounds")
    func integers() async throws {
        for value in [Int16.min, -1, 0, 1, .max] { try await expectRoundTrip(value) }
        for value in [Int32.min, -1, 0, 1, .max] { try await expectRoundTrip(value) }
        for value in [Int64.min, -1, 0, 1, .max] { try await expectRoundTrip(value) }
        for value in [Int.min, -1, 0, 1, .max] { try await expectRoundTrip(value) }
    }

    @Test("both booleans", arguments: [true, false])
    func booleans(_ value: Bool) async throws { try await expectRoundTrip(value) }

    @Test(
        "any text but a zero character",
        arguments: [
            "", " ", "plain", "a'b\"c\\d", "\\x41", "line\nfeed\ttab\u{1}", "é", "e\u{301}",
            "漢字 🏳️‍🌈", "$1 %s {}", String(repeating: "x", count: 100_000),
        ])
    func text(_ value: String) async throws {
        #expect(try await Array(ask("SELECT \(value)", as: String.self).utf8) == Array(value.utf8))
        #expect(
            try await Array(askCopying("SELECT \(value)", as: String.self).utf8)
                == Array(value.utf8))
    }

    @Test("all 256 bytes, and none")
    func bytes() async throws {
        try await expectRoundTrip([UInt8](0...255))
        try await expectRoundTrip([UInt8]())
    }

    @Test("a UUID")
    func uuids() async throws {
        let text = "00112233-4455-6677-8899-aabbccddeeff"
        let uuid = try #require(UUID(uuidString: text))
        try await expectRoundTrip(uuid)
        #expect(try await ask("SELECT \(uuid)::text") == text)
    }

    @Test("JSON keeps its bytes, spaces and duplicate keys included")
    func json() async throws {
        try await expectRoundTrip(JSONText(Array(#"{ "a" : 1.0, "a":"é\u0041" }"#.utf8)))
    }

    @Test(
        "moments, to the microsecond",
        arguments: [
            0, 1, -1, 946_684_800_000_000, -62_135_596_800_000_000, 253_402_300_799_999_999,
        ])
    func timestamps(_ microseconds: Int64) async throws {
        try await expectRoundTrip(Timestamp(microseconds: microseconds))
    }

    @Test("NULL where nil was sent, and what is there where it was not")
    func optionals() async throws {
        try await expectRoundTrip(Int64?.none)
        try await expectRoundTrip(Int64?.some(7))
        try await expectRoundTrip(String?.none)
        try await expectRoundTrip([UInt8]?.none)
        try await expectRoundTrip(UUID?.none)
        try await expectRoundTrip([String]?.none)
        #expect(try await ask("SELECT \(Int64?.none) IS NULL"))
    }
}
