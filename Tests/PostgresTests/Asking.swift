import Postgres
import TestSupport
import Testing

/// What the server answers to a statement of one row and one column.
func ask<Value: PostgresValue>(
    _ statement: Statement, as _: Value.Type = Value.self
) async throws -> Value {
    try await TestDatabase.current().withConnection { connection in
        let rows = try await connection.query(statement) { row in
            try row.next(Value.self)
        }
        return try only(rows)
    }
}

/// The same through COPY, where the values of the statement are written out.
func askCopying<Value: PostgresValue>(
    _ statement: Statement, as _: Value.Type = Value.self
) async throws -> Value {
    try await TestDatabase.current().withConnection { connection in
        let rows = try await connection.fold(copying: statement, into: [Value]()) {
            rows, row in
            rows.append(try row.next(Value.self))
        }
        return try only(rows)
    }
}

/// Thrown where one was expected and none or several came.
struct NotOne: Error {}

/// The one element of `elements`.
func only<Element>(_ elements: [Element]) throws -> Element {
    guard elements.count == 1, let element = elements.first else { throw NotOne() }
    return element
}

/// The error that `body` throws, which must be this module's; nil where it throws none.
func failure(_ body: () async throws -> Void) async -> PostgresError? {
    do {
        try await body()
    } catch let error as PostgresError {
        return error
    } catch {
        Issue.record(error, "the module throws one type of error")
    }
    return nil
}

/// Expects that a connection can still be used.
func expectAnswers(_ connection: Connection) async throws {
    #expect(try await connection.execute("SELECT 1") == 1)
}
