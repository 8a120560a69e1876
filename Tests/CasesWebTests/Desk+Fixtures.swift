import TestSupport

extension Desk {
    /// Lends a record of Fixtures and a client of the server over it.
    static func servingFixtures(
        _ body: @Sendable (Desk, WebClient) async throws -> Void
    ) async throws {
        try await Desk.use { desk in
            try await desk.done("import", Fixtures.path)
            try await desk.serving { web in try await body(desk, web) }
        }
    }
}
