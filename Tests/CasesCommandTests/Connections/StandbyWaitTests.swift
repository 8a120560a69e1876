import CaseModel
import EventLog
import Foundation
import Postgres
import Synchronization
import TestSupport
import Testing

@Suite("A server that waits for a standby", .timeLimit(.minutes(10)))
struct StandbyWaitTests {
    @Test("and is told to wait no longer acknowledges nothing: whether it is recorded is not known")
    func cancelled() async throws {
        try await OwnServer.use { server in
            try await server.desk.database.withConnection { watcher in
                let log = EventLog(
                    connection: try await Connection.open(
                        ConnectionSettings(server.desk.database.address)),
                    workspace: try #require(Workspace("cases")), retryLimit: .zero)
                #expect(try await log.append([note(1)], by: "anna").map(\.position) == [1])
                try await watcher.execute("ALTER SYSTEM SET synchronous_standby_names = 'nobody'")
                try await watcher.execute("SELECT pg_reload_conf()")
                let refused = try await refusedAppend(to: log, watcher: watcher)
                guard case .tryAgain(let message, .unknown) = refused.error else {
                    Issue.record("\(refused.error)")
                    return
                }
                #expect(message.hasPrefix("the server's wait for a standby was cancelled"))
                try await watcher.execute("ALTER SYSTEM RESET synchronous_standby_names")
                try await watcher.execute("SELECT pg_reload_conf()")
                let again = try await log.append([note(refused.number)], by: "anna")
                #expect(again.map(\.replayed) == [true])
            }
        }
    }

    /// Appends until an append is refused, while sessions that wait for a standby are cancelled.
    ///
    /// The server takes up its new setting some time after it was told: appends until then succeed.
    private func refusedAppend(
        to log: EventLog, watcher: Connection
    ) async throws -> (number: Int, error: EventLogError) {
        let end = End()
        async let refused = firstRefused(by: log, end)
        while !end.isReached.withLock({ $0 }) {
            try await watcher.execute(
                "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'")
        }
        return try await refused
    }

    private final class End: Sendable {
        let isReached = Mutex(false)
    }

    private func firstRefused(
        by log: EventLog, _ end: End
    ) async throws -> (number: Int, error: EventLogError) {
        defer { end.isReached.withLock { $0 = true } }
        var number = 2
        while true {
            do throws(EventLogError) {
                _ = try await log.append([note(number)], by: "anna")
            } catch {
                return (number, error)
            }
            number += 1
        }
    }
}

/// A note in a case, the same for the same number.
private func note(_ number: Int) throws(EventLogError) -> NewEvent {
    guard let slug = Slug("acme"), let key = Slug("note-\(number)") else {
        throw .other(nil, message: "no slug")
    }
    let stream = StreamName(.case, slug)
    return NewEvent(
        id: EventID(stream: stream, key: key), stream: stream, type: "note.added",
        body: Array(#"{"data":{"text":"x"},"key":"note-\#(number)"}"#.utf8))
}
