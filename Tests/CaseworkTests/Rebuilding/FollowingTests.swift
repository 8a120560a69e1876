import Casework
import InMemoryLogging
import Logging
import TestSupport
import Testing

@Suite("A follower", .serialized, .timeLimit(.minutes(10)))
struct FollowingTests {
    /// Lends `body` a desk whose read models are followed by somebody who looks so often.
    private func following(
        every interval: Duration, _ body: (Desk) async throws -> Void
    ) async throws {
        try await Desk.use { desk in
            let record = try await desk.opened()
            let log = InMemoryLogHandler()
            let follower = Task {
                await withLogger(Logger(label: "follower") { _ in log }) { _ in
                    await record.rebuilder.follow(every: interval)
                }
            }
            defer { follower.cancel() }
            try await body(desk)
            follower.cancel()
            await follower.value
            #expect(log.entries.filter { $0.level >= .warning }.map(\.message) == [])
        }
    }

    /// Records an actor by plain SQL: nobody is told, nothing is kept.
    private func append(_ number: Int, _ desk: Desk) async throws {
        try await desk.sql(
            """
            SELECT WS.append(gen_random_uuid(), 'actor/late-\(number)', 'actor.registered',
                '{"data":{"name":"Late \(number)","type":"group"}}'::json, 'somebody')
            """)
    }

    /// Waits until the read models tell of so many events.
    private func awaitPosition(_ position: Int, _ desk: Desk) async throws {
        let behind = "SELECT name FROM WS.projection WHERE is_live AND position < \(position)"
        let all = "SELECT name FROM WS.projection WHERE is_live"
        while try await desk.texts(all).isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        while try await !desk.texts(behind).isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    }

    /// Waits for the session of the follower that listens.
    private func awaitListener(_ desk: Desk) async throws -> String {
        while true {
            let found = try await desk.texts(
                """
                SELECT pid FROM pg_stat_activity
                WHERE query = 'LISTEN "\(desk.workspace).projection"' AND state = 'idle'
                """)
            if let process = found.first { return process }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    @Test("is woken by a notification, however seldom he looks")
    func woken() async throws {
        try await following(every: .seconds(3600)) { desk in
            // The first may be met by the look at the beginning, the others by the notification alone.
            for number in 1...3 {
                try await append(number, desk)
                _ = try await awaitListener(desk)
                try await desk.sql(
                    "SELECT pg_notify('\(desk.workspace).projection', '')")
                try await awaitPosition(number, desk)
            }
        }
    }

    @Test("finds what nobody notified him of when he looks")
    func unnoticed() async throws {
        try await following(every: .milliseconds(50)) { desk in
            for number in 1...3 {
                try await append(number, desk)
                try await awaitPosition(number, desk)
            }
        }
    }

    @Test("who lost his session, and with it a notification, looks and listens again")
    func lost() async throws {
        try await following(every: .seconds(3600)) { desk in
            for number in 1...3 {
                let process = try await awaitListener(desk)
                try await append(number, desk)
                try await desk.sql("SELECT pg_terminate_backend(\(process))")
                try await awaitPosition(number, desk)
            }
        }
    }
}
