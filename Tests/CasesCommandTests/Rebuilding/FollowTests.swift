import TestSupport
import Testing

@Suite("projections --follow", .timeLimit(.minutes(10)))
struct FollowTests {
    @Test("catches up, and ends with success when it is told to")
    func terminated() async throws {
        try await Desk.withAcme { desk in
            try await desk.sql(
                """
                SELECT WS.append(gen_random_uuid(), 'actor/late', 'actor.registered',
                    '{"data":{"name":"Late","type":"group"}}'::json, 'somebody')
                """)
            let running = try desk.program.start(["projections", "--follow"])
            let behind = """
                SELECT name FROM WS.projection p JOIN WS.head h ON h.one
                WHERE p.is_live AND p.position < h.position
                """
            while try await !desk.texts(behind).isEmpty {
                try await Task.sleep(for: .milliseconds(20))
            }
            running.terminate()
            let told = try await running.outcome()
            #expect(told.exitCode == 0)
            #expect(!told.wasKilled)
            #expect(told.errors.isEmpty)
        }
    }
}
