import Postgres
import TestSupport
import Testing

@Suite("COPY carries many rows both ways")
struct CopyTests {
    struct Entry: Hashable, Sendable {
        let number: Int64
        let text: String?
        let bytes: [UInt8]
    }

    /// What a fold over many rows gathers.
    struct Tally: Equatable {
        var rows = 0
        var sum: Int64 = 0
        var bytes = 0
        var isAscending = true
        var last: Int64 = 0
    }

    private static func entry(_ number: Int64) -> Entry {
        Entry(
            number: number, text: number % 3 == 0 ? nil : "row \(number)",
            bytes: [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: Int(number % 5)))
    }

    private func withTable(
        _ body: @Sendable (Connection, TableName) async throws -> Void
    ) async throws {
        let database = try TestDatabase.current()
        try await database.withWorkspaceName { name in
            try await database.withConnection { connection in
                try await connection.run(
                    script: """
                        CREATE SCHEMA \(name);
                        CREATE TABLE \(name).entries
                        (number bigint PRIMARY KEY, text text, bytes bytea NOT NULL)
                        """)
                try await body(connection, TableName(schema: name, name: "entries"))
            }
        }
    }

    private static func store(
        _ entries: [Entry], in table: TableName, of connection: Connection
    ) async throws -> Int {
        try await connection.copy(entries, into: table, columns: ["number", "text", "bytes"]) {
            entry, row in
            row.append(entry.number)
            row.append(entry.text)
            row.append(entry.bytes)
        }
    }

    private func expectStores(_ connection: Connection, _ table: TableName) async throws {
        #expect(try await Self.store([Self.entry(1)], in: table, of: connection) == 1)
    }

    @Test("100,000 rows are folded in their order")
    func out() async throws {
        try await TestDatabase.current().withConnection { connection in
            let tally = try await connection.fold(
                copying: """
                    SELECT n, convert_to('payload ' || n, 'UTF8')
                    FROM generate_series(1, \(100_000)) AS n ORDER BY n -- in order
                    """, into: Tally()
            ) { tally, row in
                let number = try row.next(Int64.self)
                tally.rows += 1
                tally.sum += number
                tally.bytes += try row.nextBytes()?.count ?? 0
                tally.isAscending = tally.isAscending && number == tally.last + 1
                tally.last = number
            }
            // 'payload ' has 8 bytes; 1 to 100,000 have 9 + 180 + 2,700 + 36,000 + 450,000 + 6.
            #expect(
                tally
                    == Tally(
                        rows: 100_000, sum: 5_000_050_000, bytes: 800_000 + 488_895,
                        isAscending: true, last: 100_000))
        }
    }

    @Test("what was stored is read back equal")
    func inAndBack() async throws {
        try await withTable { connection, table in
            let entries = (1...20_000).map { Self.entry($0) }
            #expect(try await Self.store(entries, in: table, of: connection) == 20_000)
            let query: Statement = """
                SELECT number, text, bytes
                FROM \(identifier: table.schema).\(identifier: table.name) ORDER BY number
                """
            let copied = try await connection.fold(copying: query, into: [Entry]()) {
                read, row in
                read.append(
                    Entry(number: try row.next(), text: try row.next(), bytes: try row.next()))
            }
            #expect(copied == entries)
            let queried = try await connection.query(query) { row in
                Entry(number: try row.next(), text: try row.next(), bytes: try row.next())
            }
            #expect(queried == entries)
        }
    }

    @Test("no rows are no rows")
    func none() async throws {
        try await withTable { connection, table in
            #expect(try await Self.store([], in: table, of: connection) == 0)
            let rows = try await connection.fold(copying: "SELECT 1 WHERE false", into: 0) {
                rows, _ in rows += 1
            }
            #expect(rows == 0)
        }
    }

    @Test("a row that is refused leaves nothing, and the connection goes on")
    func refusedRow() async throws {
        try await withTable { connection, table in
            let entries = (1...20_000).map { Self.entry($0) } + [Self.entry(1)]
            let error = await failure {
                _ = try await Self.store(entries, in: table, of: connection)
            }
            #expect(error?.state == .uniqueViolation)
            try await expectStores(connection, table)
        }
    }

    @Test("a row without all its columns leaves nothing, and the connection goes on")
    func shortRow() async throws {
        try await withTable { connection, table in
            let error = await failure {
                try await connection.copy([1, 2], into: table, columns: ["number", "bytes"]) {
                    number, row in
                    row.append(Int64(number))
                    if number == 1 { row.append([UInt8]()) }
                }
            }
            #expect(error == .usage(message: "a row of a COPY does not have its 2 columns"))
            try await expectStores(connection, table)
        }
    }

    @Test("a fold that throws stops the server, and the connection goes on")
    func stoppedFold() async throws {
        try await TestDatabase.current().withConnection { connection in
            await #expect(throws: TransactionTests.Refused()) {
                try await connection.fold(
                    copying: "SELECT generate_series(1, 1000000000)", into: 0
                ) { rows, _ in
                    rows += 1
                    if rows == 10 { throw TransactionTests.Refused() }
                }
            }
            try await expectAnswers(connection)
        }
    }

    @Test("a query that fails on its way is an error, not a short answer")
    func failingQuery() async throws {
        try await TestDatabase.current().withConnection { connection in
            let error = await failure {
                _ = try await connection.fold(
                    copying: "SELECT 1 / (5000 - n) FROM generate_series(1, 9000) AS n", into: 0
                ) { rows, _ in rows += 1 }
            }
            #expect(error?.report?.description == "division by zero (22012)")
            try await expectAnswers(connection)
        }
    }

    @Test("a row has no more columns than it has")
    func furtherColumn() async throws {
        try await TestDatabase.current().withConnection { connection in
            let error = await failure {
                _ = try await connection.fold(copying: "SELECT 1", into: 0) {
                    sum, row in
                    sum += Int(try row.next(Int32.self)) + Int(try row.next(Int32.self))
                }
            }
            #expect(error == .usage(message: "a row of 1 columns has no further one"))
        }
    }
}
