import Postgres
import TestSupport
import Testing

@Suite("A notification wakes whoever listens", .timeLimit(.minutes(10)))
struct NotificationTests {
    /// A name that must be quoted, and that no other test listens to.
    private let channel = "t.\"Wake\" " + String(UInt64.random(in: .min ... .max), radix: 36)

    private func send(_ channel: String) async throws {
        try await TestDatabase.current().withConnection { connection in
            _ = try await connection.execute("SELECT pg_notify(\(channel), '')")
        }
    }

    @Test("as soon as it is sent, once")
    func woken() async throws {
        try await TestDatabase.current().withConnection { connection in
            try await connection.listen(to: channel)
            async let isWoken = connection.waitForNotification(.seconds(500))
            try await send(channel)
            #expect(try await isWoken)
            #expect(try await !connection.waitForNotification(.milliseconds(1)))
        }
    }

    @Test("also one that comes while the session does something else")
    func meanwhile() async throws {
        try await TestDatabase.current().withConnection { connection in
            try await connection.listen(to: channel)
            // A session gets its own notifications with the answer to the statement that sends them.
            try await connection.execute("SELECT pg_notify(\(channel), '')")
            try await expectAnswers(connection)
            #expect(try await connection.waitForNotification(.zero))
            #expect(try await !connection.waitForNotification(.zero))
        }
    }

    @Test("unless it was sent before, or elsewhere: then the wait ends with its time")
    func lost() async throws {
        try await TestDatabase.current().withConnection { connection in
            try await send(channel)
            try await connection.listen(to: channel)
            try await send(channel + "s")
            let begun = ContinuousClock.now
            #expect(try await !connection.waitForNotification(.milliseconds(200)))
            #expect(ContinuousClock.now - begun >= .milliseconds(200))
            try await expectAnswers(connection)
        }
    }

    @Test("or the wait ends with its task, and the connection goes on")
    func cancelled() async throws {
        try await TestDatabase.current().withConnection { connection in
            try await connection.listen(to: channel)
            let task = Task {
                await failure {
                    _ = try await connection.waitForNotification(.seconds(500))
                }
            }
            task.cancel()
            #expect(await task.value == .cancelled)
            for _ in 1...20 { try await expectAnswers(connection) }
            try await send(channel)
            #expect(try await connection.waitForNotification(.seconds(500)))
        }
    }

    @Test("or the wait ends with its session, which is told")
    func terminated() async throws {
        try await TestDatabase.current().withConnection { connection in
            try await connection.listen(to: channel)
            let process = try await only(
                connection.query("SELECT pg_backend_pid()") { row in
                    try row.next(Int.self)
                })
            async let loss = failure {
                _ = try await connection.waitForNotification(.seconds(500))
            }
            #expect(try await ask("SELECT pg_terminate_backend(\(Int32(process)))"))
            guard case .lost(_, outcomeUnknown: false) = await loss else {
                Issue.record("the session was not lost")
                return
            }
            #expect(await !connection.isUsable)
        }
    }

    @Test("and never inside a transaction, where none would come")
    func transaction() async throws {
        try await TestDatabase.current().withConnection { connection in
            let error = await failure {
                try await connection.transaction { connection in
                    _ = try connection.waitForNotification(.seconds(500))
                }
            }
            #expect(error == .usage(message: "inside a transaction no notification comes"))
            try await expectAnswers(connection)
        }
    }
}
