package import Postgres

/// The server that `ops/with-postgres` started for the tests.
package struct TestDatabase: Sendable {
    /// A libpq URI.
    package let address: String

    /// The server at an address.
    package init(address: String) { self.address = address }
}

extension TestDatabase {
    /// Says what to do where a test that needs a server has none.
    package struct Missing: Error, CustomStringConvertible {
        /// The remedy.
        package let description = "no server: run ops/test, or ops/with-postgres swift test"
    }

    /// The server of this run; throws `Missing` where there is none.
    package static func current() throws -> TestDatabase {
        guard let address = environment("CASES_TEST_DB") else { throw Missing() }
        return TestDatabase(address: address)
    }

    /// Opens a connection of its own, as the superuser.
    package func open(
        statementTimeout: Int? = nil, lockTimeout: Int? = nil
    ) async throws -> Connection {
        try await Connection.open(
            ConnectionSettings(
                address, statementTimeout: statementTimeout, lockTimeout: lockTimeout))
    }

    /// Opens a connection for `body` and closes it afterwards, whatever happens.
    package func withConnection<Result: Sendable>(
        statementTimeout: Int? = nil, lockTimeout: Int? = nil,
        _ body: (Connection) async throws -> Result
    ) async throws -> Result {
        let connection = try await open(
            statementTimeout: statementTimeout, lockTimeout: lockTimeout)
        do {
            let result = try await body(connection)
            await connection.close()
            return result
        } catch {
            await connection.close()
            throw error
        }
    }
}
