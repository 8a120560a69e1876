import Foundation
import Postgres
import TestSupport
import Testing

@Suite("A server that falls silent is given up", .timeLimit(.minutes(10)))
struct SilenceTests {
    private func open(_ address: String, _ silence: Duration) async throws -> Connection {
        try await Connection.open(ConnectionSettings(address, silence: silence))
    }

    @Test("its answer does not come, and the outcome is not known")
    func heldBack() async throws {
        let relay = try Relay(to: try TestDatabase.current())
        defer { relay.close() }
        let connection = try await open(relay.address + "?connect_timeout=1", .seconds(1))
        relay.fallSilent()
        let error = await failure {
            try await connection.execute("SELECT \(1)")
        }
        #expect(
            error
                == .lost(
                    message: "PostgreSQL has not answered for 1 seconds; the connection was closed",
                    outcomeUnknown: true))
        #expect(await connection.isUsable == false)
    }

    @Test("it does not read what it is sent")
    func unread() async throws {
        let database = try TestDatabase.current()
        let connection = try await open(database.address, .seconds(1))
        let process = try await only(
            connection.query("SELECT pg_backend_pid()") { row in
                try row.next(Int32.self)
            })
        kill(process, SIGSTOP)
        defer { kill(process, SIGCONT) }
        let text = String(repeating: "a", count: 16 << 20)
        let error = await failure {
            _ = try await connection.answeringSoon { connection in
                try connection.execute("SELECT \(text)")
            }
        }
        #expect(error?.isOutcomeUnknown == true)
    }

    @Test("the server is at work: it is waited for, however long it is silent")
    func atWork() async throws {
        let connection = try await open(try TestDatabase.current().address, .seconds(1))
        let rows = try await connection.query("SELECT 7 FROM pg_sleep(4)") {
            row in try row.next(Int.self)
        }
        #expect(rows == [7])
        await connection.close()
    }

    @Test("the server at work is asked as the one who logged in, whatever role was set")
    func otherRole() async throws {
        let address =
            try TestDatabase.current().address + "&options=-c%20role%3Dpg_signal_backend"
        let connection = try await open(address, .seconds(1))
        let rows = try await connection.query("SELECT 7 FROM pg_sleep(3)") {
            row in try row.next(Int.self)
        }
        #expect(rows == [7])
        await connection.close()
    }

    @Test("a statement that never takes long is not waited for")
    func soon() async throws {
        let connection = try await open(try TestDatabase.current().address, .seconds(1))
        let error = await failure {
            _ = try await connection.answeringSoon { connection in
                try connection.execute("SELECT pg_sleep(60)")
            }
        }
        #expect(error?.isOutcomeUnknown == true)
    }
}
