import Postgres
import TestSupport
import Testing

@Suite("A transaction is all or nothing")
struct TransactionTests {
    struct Refused: Error, Equatable {}

    /// Lends a connection and a table of one integer column that is unique at commit.
    private func withTable(
        _ body: @Sendable (Connection, String) async throws -> Void
    ) async throws {
        let database = try TestDatabase.current()
        try await database.withWorkspaceName { name in
            try await database.withConnection { connection in
                try await connection.execute("CREATE SCHEMA \(identifier: name)")
                try await connection.execute(
                    """
                    CREATE TABLE \(identifier: name).numbers
                    (n bigint UNIQUE DEFERRABLE INITIALLY DEFERRED)
                    """)
                try await body(connection, name)
            }
        }
    }

    private func expectCount(_ count: Int, _ connection: Connection, _ name: String) async throws {
        #expect(try await connection.execute("SELECT FROM \(identifier: name).numbers") == count)
    }

    @Test("what it returns is committed")
    func commit() async throws {
        try await withTable { connection, name in
            let rows = try await connection.transaction { connection in
                try connection.execute("INSERT INTO \(identifier: name).numbers VALUES (1)")
            }
            #expect(rows == 1)
            try await expectCount(1, connection, name)
        }
    }

    @Test("what it throws undoes it, and the caller's own error comes through")
    func rollBack() async throws {
        try await withTable { connection, name in
            await #expect(throws: Refused()) {
                try await connection.transaction { connection in
                    try connection.execute("INSERT INTO \(identifier: name).numbers VALUES (1)")
                    throw Refused()
                }
            }
            try await expectCount(0, connection, name)
        }
    }

    @Test("a failed statement that nobody minded does not pass for a commit")
    func swallowedFailure() async throws {
        try await withTable { connection, name in
            let error = await failure {
                try await connection.transaction { connection in
                    try connection.execute("INSERT INTO \(identifier: name).numbers VALUES (1)")
                    _ = try? connection.execute("SELECT 1/0")
                }
            }
            #expect(error?.state == .failedTransaction)
            try await expectCount(0, connection, name)
        }
    }

    @Test("a constraint that fails only at the commit is the commit's error")
    func deferredConstraint() async throws {
        try await withTable { connection, name in
            let error = await failure {
                try await connection.transaction { connection in
                    _ = try connection.execute(
                        "INSERT INTO \(identifier: name).numbers VALUES (1), (1)")
                }
            }
            #expect(error?.state == .uniqueViolation)
            let alone = await failure {
                try await connection.execute(
                    "INSERT INTO \(identifier: name).numbers VALUES (1), (\(Int64(1)))")
            }
            #expect(alone?.state == .uniqueViolation)
            try await expectCount(0, connection, name)
        }
    }

    @Test("one inside another is refused")
    func nesting() async throws {
        try await TestDatabase.current().withConnection { connection in
            let error = await failure {
                try await connection.transaction { connection in
                    try connection.transaction { connection in
                        _ = try connection.execute("SELECT 1")
                    }
                }
            }
            #expect(error == .usage(message: "a transaction cannot begin inside another one"))
            try await expectAnswers(connection)
        }
    }
}
