import Postgres
import TestSupport
import Testing

@Suite("A statement says what its author wrote, whatever the values are")
struct StatementTests {
    static let hostile = [
        "'; DROP TABLE pg_class; --", "$1", "\\'; SELECT 1; --", "\" OR \"\"=\"", "$$", "/* */",
        "%", "\u{2019}", "E'\\''",
    ]

    @Test("a hostile value is only a value", arguments: hostile)
    func values(_ value: String) async throws {
        #expect(try await ask("SELECT \(value)::text") == value)
        #expect(try await askCopying("SELECT \(value)::text") == value)
    }

    @Test("backslashes are safe where the server reads them as escapes", arguments: hostile)
    func oldStrings(_ value: String) async throws {
        try await TestDatabase.current().withConnection { connection in
            try await connection.execute("SET standard_conforming_strings = off")
            let read = try await connection.fold(copying: "SELECT \(value)", into: "") {
                read, row in
                read = try row.next()
            }
            #expect(read == value)
        }
    }

    @Test("an identifier is quoted", arguments: hostile + ["Two Words", "select", "ÄÖ"])
    func identifiers(_ name: String) async throws {
        #expect(
            try await ask(
                "SELECT attname FROM (SELECT \(name)::name AS attname) AS \(identifier: name) WHERE \(identifier: name).attname = \(name)"
            ) == name)
    }

    @Test("two spellings of one character are two identifiers")
    func canonicalEquivalence() async throws {
        try await TestDatabase.current().withConnection { connection in
            for name in ["é", "e\u{301}"] {
                let rows = try await connection.query(
                    "SELECT row_to_json(t)::text FROM (SELECT \(7) AS \(identifier: name)) AS t"
                ) { row in try row.next(String.self) }
                #expect(try Array(only(rows).utf8) == Array("{\"\(name)\":7}".utf8))
            }
        }
    }

    @Test("a zero byte never cuts a statement short")
    func zeroBytes() async {
        await #expect(throws: PostgresError.usage(message: "SQL cannot hold a zero byte")) {
            try await ask("SELECT 1 AS \(identifier: "a\0b")", as: Int.self)
        }
    }

    @Test("one connection may run more statements than it keeps prepared")
    func boundedCache() async throws {
        try await TestDatabase.current().withConnection { connection in
            for number in 1...250 {
                let rows = try await connection.query(
                    "SELECT \(number) AS \(identifier: "n\(number)")"
                ) { row in try row.next(Int.self) }
                #expect(rows == [number])
            }
            let kept = try await connection.query("SELECT count(*) FROM pg_prepared_statements") {
                row in try row.next(Int.self)
            }
            #expect(try only(kept) <= 100)
        }
    }

    @Test("a statement is prepared when it comes again, once for each set of types")
    func prepared() async throws {
        try await TestDatabase.current().withConnection { connection in
            for number in 1...5 { try await connection.execute("SELECT \(number)") }
            for text in ["a", "b"] { try await connection.execute("SELECT \(text)") }
            try await connection.execute("SELECT \(true)")
            let kept = try await connection.query("SELECT count(*) FROM pg_prepared_statements") {
                row in try row.next(Int.self)
            }
            #expect(kept == [2])
        }
    }

    @Test("a prepared statement that is gone, as behind a pooler, is run without")
    func lostStatement() async throws {
        try await TestDatabase.current().withConnection { connection in
            for number in 1...6 {
                let rows = try await connection.query("SELECT \(number)") {
                    row in try row.next(Int.self)
                }
                #expect(rows == [number])
                if number == 3 { try await connection.run(script: "DEALLOCATE ALL") }
            }
        }
    }

    @Test("a script runs its statements, and none of them where one fails")
    func scripts() async throws {
        let database = try TestDatabase.current()
        try await database.withWorkspaceName { name in
            try await database.withConnection { connection in
                await #expect(throws: PostgresError.self) {
                    try await connection.run(script: "CREATE SCHEMA \(name); SELECT 1/0;")
                }
                try await connection.run(
                    script: "CREATE SCHEMA \(name); CREATE TABLE \(name).a (); SELECT 1;")
                #expect(
                    try await connection.execute("SELECT FROM \(identifier: name).a") == 0)
            }
        }
    }

    @Test("COPY is refused where nobody would carry its rows, and the connection says so after")
    func strayCopy() async throws {
        try await TestDatabase.current().withConnection { connection in
            let error = await failure {
                try await connection.execute("COPY (SELECT 1) TO STDOUT")
            }
            #expect(error == .usage(message: "COPY runs through fold or copy only"))
            try await expectAnswers(connection)
        }
    }
}
