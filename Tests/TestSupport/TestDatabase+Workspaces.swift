import Postgres

extension TestDatabase {
    /// Lends `body` a schema name that nobody else has; what it makes under it is dropped after.
    ///
    /// The schema itself is not made: a name is what a migration wants.
    package func withWorkspaceName<Result: Sendable>(
        _ body: (String) async throws -> Result
    ) async throws -> Result {
        let name = "t" + String(UInt64.random(in: .min ... .max), radix: 36)
        do {
            let result = try await body(name)
            try await drop(name)
            return result
        } catch {
            try? await drop(name)
            throw error
        }
    }

    /// A task of its own, for the test's may have been cancelled.
    private func drop(_ name: String) async throws {
        _ = try await Task {
            try await withConnection { connection in
                try await connection.execute(
                    "DROP SCHEMA IF EXISTS \(identifier: name) CASCADE")
            }
        }.value
    }
}
