import Foundation
import Postgres
import Testing

@Suite("An array comes back as it was sent, as a parameter and written out for COPY")
struct ArrayTests {
    private func expectRoundTrip<Value: PostgresValue & Equatable>(_ value: Value) async throws {
        #expect(try await ask("SELECT \(value)") == value)
        #expect(try await askCopying("SELECT \(value)") == value)
    }

    @Test("of every scalar")
    func scalars() async throws {
        try await expectRoundTrip([true, false])
        try await expectRoundTrip([Int16.min, .max])
        try await expectRoundTrip([Int32.min, .max])
        try await expectRoundTrip([Int64.min, .max])
        try await expectRoundTrip([Int.min, .max])
        try await expectRoundTrip(["", "a,b", "{}", "NULL", "q\"'\\"])
        try await expectRoundTrip([UUID(), UUID()])
        try await expectRoundTrip([JSONText(Array("[1, 2]".utf8)), JSONText(Array("{}".utf8))])
        try await expectRoundTrip([Timestamp(microseconds: -1), Timestamp(microseconds: 1)])
    }

    @Test("of byte strings, an empty one among them")
    func byteStrings() async throws {
        try await expectRoundTrip([[0, 255], [], [92, 39]] as [[UInt8]])
    }

    @Test("without elements")
    func empty() async throws {
        try await expectRoundTrip([Int64]())
        try await expectRoundTrip([String]())
        try await expectRoundTrip([UUID?]())
    }

    @Test("with NULLs among its elements")
    func nulls() async throws {
        try await expectRoundTrip([1, nil, 3] as [Int64?])
        try await expectRoundTrip([nil, "x"] as [String?])
        try await expectRoundTrip([nil] as [UUID?])
    }

    @Test("a NULL is refused where elements are not optional")
    func refusedNull() async throws {
        await #expect(
            throws: PostgresError.decoding(
                column: 1, message: "does not hold the binary form of bigint[]")
        ) {
            try await ask("SELECT ARRAY[1, NULL]::bigint[]", as: [Int64].self)
        }
    }

    @Test("two dimensions are refused")
    func refusedDimensions() async throws {
        await #expect(throws: PostgresError.self) {
            try await ask("SELECT ARRAY[[1], [2]]::bigint[]", as: [Int64].self)
        }
    }

    @Test("unnest takes several side by side")
    func unnest() async throws {
        let names = ["a", "b"]
        let counts: [Int64] = [1, 2]
        #expect(
            try await ask(
                """
                SELECT string_agg(name || count, ',' ORDER BY count)
                FROM unnest(\(names), \(counts)) AS pair (name, count)
                """) == "a1,b2")
    }
}
