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

extension TestDatabase {
    /// Lends `body` an empty database of the server, which is dropped afterwards.
    package func withScratchDatabase<Result: Sendable>(
        encoding: String = "UTF8", _ body: (TestDatabase) async throws -> Result
    ) async throws -> Result {
        let name = "d" + String(UInt64.random(in: .min ... .max), radix: 36)
        try await withConnection { connection in
            try await connection.run(
                script: """
                    CREATE DATABASE "\(name)" TEMPLATE template0 ENCODING '\(encoding)' LOCALE 'C'
                    """)
        }
        do {
            let result = try await body(
                TestDatabase(address: address.replacing("/postgres?", with: "/\(name)?")))
            try await dropDatabase(name)
            return result
        } catch {
            try? await dropDatabase(name)
            throw error
        }
    }

    private func dropDatabase(_ name: String) async throws {
        try await withConnection { connection in
            try await connection.run(script: "DROP DATABASE \"\(name)\" WITH (FORCE)")
        }
    }
}
