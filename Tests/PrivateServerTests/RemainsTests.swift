import Foundation
import TestSupport
import Testing

@testable import PrivateServer

@Suite("Processes of a server that was killed", .serialized, .timeLimit(.minutes(10)))
struct RemainsTests {
    /// Kills a server while a session of it is held still, and lends `body` the session's process.
    private func killed(
        _ body: (TemporaryServer, Int32) async throws -> Void
    ) async throws {
        try await TemporaryServer.use { it in
            _ = try await it.server.start()
            let named = TestDatabase(address: it.server.url + "&application_name=held")
            try await named.withConnection { _ in
                let session = try await #require(
                    Int32(
                        try it.answer(
                            to: """
                                select pid from pg_stat_activity where application_name = 'held'
                                """)))
                guard case .running(let postmaster) = it.server.status().state else {
                    Issue.record("the server does not run")
                    return
                }
                kill(session, SIGSTOP)
                defer { kill(session, SIGKILL) }
                kill(postmaster, SIGKILL)
                while it.server.status().state != .stopped {
                    try await Task.sleep(for: .milliseconds(1))
                }
                try await body(it, session)
            }
        }
    }

    /// The failure of a start that waits for nothing, once only one process is left.
    private func refusal(_ it: TemporaryServer) async throws -> ServerError {
        var hasty = it.server
        hasty.grace = .zero
        let server = hasty
        while true {
            let error = try await #require(throws: ServerError.self) {
                _ = try await server.start()
            }
            guard case .lingering(let processes, _) = error, processes.count > 1 else {
                return error
            }
        }
    }

    @Test("are named, with the remedy, where they do not end in time")
    func named() async throws {
        try await killed { it, session in
            let refusal = try await refusal(it)
            #expect(
                refusal.description == """
                    the server with its data in \(it.paths.data) was killed, and processes of it \
                    still run
                      \(session) postgres: postgres cases [local] idle; try again when they have \
                    ended, or end them: kill \(session)
                    """)
        }
    }

    @Test("are waited for by the next start")
    func awaited() async throws {
        try await killed { it, session in
            _ = try await refusal(it)
            let server = it.server
            let start = Task { try await server.start() }
            // Enough for one that does not wait to have failed; one that waits does not mind.
            try await Task.sleep(for: .milliseconds(500))
            kill(session, SIGCONT)
            #expect(try await start.value)
            #expect(try await it.answer(to: "select 1") == "1")
        }
    }
}
