import Postgres
import Testing

@Suite("Binary values mean to the server what they mean here")
struct WireTests {
    @Test(
        "a moment is the same date",
        arguments: [
            (0, "1970-01-01 00:00:00"), (946_684_800_000_000, "2000-01-01 00:00:00"),
            (-1, "1969-12-31 23:59:59.999999"),
            (1_000_000_000_000_001, "2001-09-09 01:46:40.000001"),
        ] as [(Int64, String)])
    func moments(_ microseconds: Int64, _ text: String) async throws {
        let moment = Timestamp(microseconds: microseconds)
        #expect(try await ask("SELECT (\(moment) AT TIME ZONE 'UTC')::text") == text)
        #expect(try await askCopying("SELECT (\(moment) AT TIME ZONE 'UTC')::text") == text)
    }

    @Test(
        "a moment before all dates of the server is refused, not wrapped",
        arguments: [.min, .min + 946_684_800_000_000] as [Int64])
    func momentsOutOfRange(_ microseconds: Int64) async {
        let error = await #expect(throws: PostgresError.self) {
            try await ask("SELECT \(Timestamp(microseconds: microseconds))", as: Timestamp.self)
        }
        #expect(error?.report?.description == "timestamp out of range (22008)")
    }

    @Test("infinity is no moment", arguments: ["infinity", "-infinity"])
    func infinity(_ text: String) async {
        await #expect(
            throws: PostgresError.decoding(
                column: 1, message: "does not hold the binary form of timestamptz")
        ) {
            try await ask("SELECT \(text)::timestamptz", as: Timestamp.self)
        }
    }

    @Test("every integer fits Int")
    func widening() async throws {
        #expect(try await ask("SELECT (-2)::smallint") == -2)
        #expect(try await ask("SELECT (-3)::integer") == -3)
        #expect(try await ask("SELECT (-4)::bigint") == -4)
    }

    @Test("text is read from every character type")
    func characterTypes() async throws {
        #expect(try await ask("SELECT 'a'::varchar(3)") == "a")
        #expect(try await ask("SELECT 'a'::name") == "a")
        #expect(try await ask("SELECT 'a'::char(2)") == "a ")
    }

    @Test("another type is refused, and the column is named")
    func mismatches() async throws {
        await #expect(
            throws: PostgresError.decoding(
                column: 1, message: "is of the type with OID 25, not bigint")
        ) {
            try await ask("SELECT 'one'::text", as: Int64.self)
        }
        await #expect(throws: PostgresError.decoding(column: 1, message: "is NULL")) {
            try await ask("SELECT NULL::text", as: String.self)
        }
        await #expect(
            throws: PostgresError.decoding(
                column: 1, message: "does not hold the binary form of bigint")
        ) {
            try await askCopying("SELECT 1::integer", as: Int64.self)
        }
    }
}
