import Postgres
import TestSupport
import Testing

@Suite("A lost session is an error that says so", .timeLimit(.minutes(10)))
struct LossTests {
    private func processID(_ connection: Connection) async throws -> Int {
        try await only(
            connection.query("SELECT pg_backend_pid()") { row in
                try row.next(Int.self)
            })
    }

    private func terminate(_ processID: Int) async throws {
        #expect(try await ask("SELECT pg_terminate_backend(\(Int32(processID)))"))
    }

    @Test("a session that the server ended fails, worth a retry, until a new one is opened")
    func terminatedWhileIdle() async throws {
        try await TestDatabase.current().withConnection { connection in
            try await terminate(try await processID(connection))
            let first = await failure {
                try await connection.execute("SELECT 1")
            }
            #expect(first?.isWorthRetrying == true)
            #expect(await connection.isUsable == false)
            let second = await failure {
                try await connection.execute("SELECT 1")
            }
            #expect(second?.isWorthRetrying == true)
            #expect(second?.isOutcomeUnknown == false)
        }
    }

    @Test("a statement that was cut off may have been committed")
    func terminatedWhileRunning() async throws {
        try await TestDatabase.current().withConnection { connection in
            let processID = try await processID(connection)
            async let sleeper = failure {
                try await connection.execute("SELECT pg_sleep(60)")
            }
            try await waitUntilRunning(processID)
            try await terminate(processID)
            let error = await sleeper
            #expect(error?.isWorthRetrying == true)
            #expect(error?.isOutcomeUnknown == true)
        }
    }

    @Test("a closed connection says so, and closing it again does nothing")
    func closed() async throws {
        let connection = try await TestDatabase.current().open()
        await connection.close()
        await connection.close()
        let error = await failure {
            try await connection.execute("SELECT 1")
        }
        #expect(error == .usage(message: "the connection was closed"))
    }

    @Test("a server that is not there is unreachable, and the error names the place")
    func unreachable() async {
        let error = await failure {
            let settings = ConnectionSettings("host=/nowhere user=x password=swordfish")
            _ = try await Connection.open(settings)
        }
        guard case .unreachable(let message, _, passes: false) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(message.contains("/nowhere"))
        #expect(!message.contains("swordfish"))
    }
}

/// Returns once the server is running a statement of the session with this process.
func waitUntilRunning(_ processID: Int) async throws {
    let question: Statement = """
        SELECT count(*) FROM pg_stat_activity
        WHERE pid = \(Int32(processID)) AND wait_event = 'PgSleep'
        """
    while try await ask(question, as: Int.self) == 0 { try await Task.sleep(for: .milliseconds(5)) }
}
