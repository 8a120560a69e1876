import TestSupport

extension Desk {
    /// Records an event by plain SQL, past the checks of the program, as an older log may hold it.
    func append(_ stream: String, _ type: String, _ data: String) async throws {
        try await sql(
            """
            SELECT WS.append(gen_random_uuid(), '\(stream)', '\(type)', $$\
            {"data":\(data)}$$::json, 'somebody')
            """)
    }
}
