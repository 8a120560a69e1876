import Postgres
import TestSupport
import Testing

@Suite("The limits of a session", .timeLimit(.minutes(10)))
struct LimitTests {
    private static let limits = SessionLimits(
        lock: 50, idleTransaction: 60_000, clientCheck: 100)

    private func open(
        _ address: String, _ limits: SessionLimits? = LimitTests.limits
    ) async throws -> Connection {
        try await Connection.open(ConnectionSettings(address, limits: limits))
    }

    private func setting(_ name: String, _ connection: Connection) async throws -> String {
        try await only(
            connection.query("SELECT current_setting(\(name))") { row in
                try row.next(String.self)
            })
    }

    @Test("are set where the user has set none")
    func own() async throws {
        let address = try TestDatabase.current().address
        let connection = try await open(address)
        #expect(try await setting("lock_timeout", connection) == "50ms")
        #expect(try await setting("idle_in_transaction_session_timeout", connection) == "1min")
        #expect(try await setting("client_connection_check_interval", connection) == "100ms")
        let other = try await open(address + "&options=-c%20lock_timeout%3D7s")
        #expect(try await setting("lock_timeout", other) == "7s")
    }

    @Test("end the wait for a lock that somebody else does not let go")
    func lock() async throws {
        try await TestDatabase.current().withConnection { holder in
            try await holder.run(script: "BEGIN; SELECT pg_advisory_xact_lock(20310402)")
            let waiting = try await open(try TestDatabase.current().address)
            let error = await failure {
                try await waiting.execute("SELECT pg_advisory_xact_lock(20310402)")
            }
            #expect(error?.state == .lockNotAvailable)
        }
    }

    /// A client that looks for nothing is the control: without limits its statement goes on.
    @Test("end a statement on the server when its client is gone")
    func clientGone() async throws {
        let database = try TestDatabase.current()
        let relay = try Relay(to: database)
        defer { relay.close() }
        let (left, control) = (try await open(relay.address), try await open(relay.address, nil))
        let numbers = [try await process(of: left), try await process(of: control)]
        let sleeping = [left, control].map { connection in
            Task { _ = try? await connection.execute("SELECT pg_sleep(600)") }
        }
        defer { sleeping.forEach { $0.cancel() } }
        try await database.withConnection { watcher in
            while try await running(numbers, watcher) != numbers { await Task.yield() }
            relay.cut()
            while try await running(numbers, watcher).contains(numbers[0]) { await Task.yield() }
            #expect(try await running(numbers, watcher) == [numbers[1]])
            try await watcher.execute("SELECT pg_terminate_backend(\(numbers[1]))")
        }
    }

    private func process(of connection: Connection) async throws -> Int32 {
        try await only(
            connection.query("SELECT pg_backend_pid()") { row in
                try row.next(Int32.self)
            })
    }

    /// Those of some server processes that are at work on a statement.
    private func running(_ numbers: [Int32], _ watcher: Connection) async throws -> [Int32] {
        let found = try await watcher.query(
            """
            SELECT pid FROM pg_stat_activity WHERE pid = ANY (\(numbers)) AND state = 'active'
                AND query LIKE '%pg_sleep%'
            """
        ) { row in try row.next(Int32.self) }
        return numbers.filter(found.contains)
    }
}
