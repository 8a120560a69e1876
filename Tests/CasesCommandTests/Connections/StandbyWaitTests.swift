import CaseModel
import EventLog
import Foundation
import Postgres
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
                let appending = Task {
                    try await log.append([note(2)], by: "anna")
                }
                while try await cancelled(by: watcher) == 0 { await Task.yield() }
                let outcome = await appending.result
                guard case .failure(EventLogError.tryAgain(let message, .unknown)) = outcome else {
                    Issue.record("\(outcome)")
                    return
                }
                #expect(message.hasPrefix("the server's wait for a standby was cancelled"))
                try await watcher.execute("ALTER SYSTEM RESET synchronous_standby_names")
                try await watcher.execute("SELECT pg_reload_conf()")
                #expect(try await log.append([note(2)], by: "anna").map(\.replayed) == [true])
            }
        }
    }

    /// Tells the sessions that wait for a standby to wait no longer; answers how many there are.
    private func cancelled(by watcher: Connection) async throws -> Int {
        try await watcher.query(
            "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
        ) { row in try row.next(Bool.self) }.count
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
