import Foundation
import Postgres
import TestSupport
import Testing

@Suite("A wait for the server holds up nobody else", .timeLimit(.minutes(10)))
struct BlockingTests {
    /// As many sleepers as would fill the cooperative pool twice, and never fewer than eight.
    static let sleepers = max(8, 2 * ProcessInfo.processInfo.activeProcessorCount)

    @Test("other tasks run while every connection sleeps")
    func cooperativePool() async throws {
        let database = try TestDatabase.current()
        let gate = try await database.open()
        try await gate.execute("SELECT pg_advisory_lock(\(4_712))")
        // Each sleeper waits for a lock that is let go only after the ticker has run: were the
        // pool blocked, the ticker could not run and the test would not end.
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...Self.sleepers {
                group.addTask {
                    try await database.withConnection { connection in
                        _ = try await connection.execute("SELECT pg_advisory_lock_shared(\(4_712))")
                    }
                }
            }
            try await waitForSleepers(Self.sleepers)
            #expect(await ticks(1_000) == 1_000)
            await gate.close()
            try await group.waitForAll()
        }
    }

    private func ticks(_ count: Int) async -> Int {
        await withTaskGroup(of: Int.self) { group in
            for _ in 1...count {
                group.addTask {
                    await Task.yield()
                    return 1
                }
            }
            return await group.reduce(0, +)
        }
    }

    private func waitForSleepers(_ count: Int) async throws {
        let question: Statement = """
            SELECT count(*) FROM pg_locks
            WHERE locktype = 'advisory' AND objid = 4712 AND NOT granted
            """
        while try await ask(question, as: Int.self) < count {
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}
