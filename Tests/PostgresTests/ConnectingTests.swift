import Foundation
import TestSupport
import Testing

@testable import Postgres

@Suite("Connecting says why it failed, and whether that passes", .timeLimit(.minutes(10)))
struct ConnectingTests {
    private func refusal(_ address: String) async -> PostgresError? {
        await failure {
            _ = try await Connection.open(ConnectionSettings(address))
        }
    }

    @Test("a server's refusal has its code: of a full role, an unknown database, an unknown role")
    func codes() async throws {
        let database = try TestDatabase.current()
        let role = "full_" + String(UInt64.random(in: .min ... .max), radix: 36)
        try await database.withConnection { connection in
            try await connection.run(script: "CREATE ROLE \(role) LOGIN CONNECTION LIMIT 0")
        }
        for (change, state, passes) in [
            ("&user=\(role)", SQLState.tooManyConnections, true),
            ("&dbname=nowhere", "3D000", false), ("&user=nobody_here", "28000", false),
        ] {
            let error = await refusal(database.address + change)
            guard case .unreachable(let message, state, passes) = error else {
                Issue.record("\(change): \(String(describing: error))")
                continue
            }
            #expect(error?.isWorthRetrying == passes)
            // Neither the code nor the place in the server's source is for people.
            #expect(!message.contains(state.rawValue) && !message.contains("LOCATION"))
            #expect(message.contains("FATAL:  "))
        }
        try await database.withConnection { connection in
            try await connection.run(script: "DROP ROLE \(role)")
        }
    }

    @Test("a port where nobody listens passes, as a server that restarts does")
    func refused() async throws {
        let relay = try Relay(to: nil)
        relay.close()
        guard case .unreachable(_, nil, passes: true) = await refusal(relay.address) else {
            Issue.record("\(relay.address)")
            return
        }
    }

    @Test("a socket that is missing passes only where its folder is there")
    func missingSocket() async throws {
        for (folder, passes) in [("/tmp", true), ("/nowhere", false)] {
            let error = await refusal("postgresql:///x?host=\(folder)&port=9")
            guard case .unreachable(_, nil, passes) = error else {
                Issue.record("\(folder): \(String(describing: error))")
                continue
            }
        }
    }

    @Test("a host that cannot be resolved does not pass")
    func unresolvable() async throws {
        let error = await refusal("host=nowhere.invalid user=x password=swordfish")
        guard case .unreachable(let message, nil, passes: false) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(message.contains("nowhere.invalid") && !message.contains("swordfish"))
    }

    @Test("a server that accepts and never answers is given up when the user's time has passed")
    func silent() async throws {
        let relay = try Relay(to: nil)
        defer { relay.close() }
        let error = await refusal(relay.address + "?connect_timeout=1")
        guard case .unreachable(let message, nil, passes: true) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(
            message
                == "connection to server at \"127.0.0.1\", port \(relay.port) failed: "
                + "timeout expired")
    }

    @Test("of several hosts one that answers is taken, though the first is silent")
    func severalHosts() async throws {
        let (silent, good) = (
            try Relay(to: nil), try Relay(to: try TestDatabase.current())
        )
        defer { for relay in [silent, good] { relay.close() } }
        let connection = try await Connection.open(
            ConnectionSettings(
                "host=127.0.0.1,127.0.0.1 port=\(silent.port),\(good.port) user=postgres "
                    + "dbname=postgres connect_timeout=1"))
        let rows = try await connection.query("SELECT 1") { row in
            try row.next(Int.self)
        }
        #expect(rows == [1])
        await connection.close()
    }

    @Test(
        "what a pooler refuses is told apart by its words",
        arguments: [
            ("no more connections allowed (max_client_conn)", true),
            (
                "server login has been failing, cached error: connect failed (server_login_retry)",
                true
            ),
            ("no such database: x", false), ("unsupported startup parameter: options", false),
        ])
    func pooler(words: String, passes: Bool) {
        let report = """
            connection to server at "127.0.0.1", port 6432 failed: FATAL:  08P01: \(words)

            """
        let failure = ConnectFailure(report: report)
        #expect(
            failure.error(hiding: Secrets())
                == .unreachable(
                    message: "connection to server at \"127.0.0.1\", port 6432 failed: FATAL:  "
                        + words, state: .protocolViolation, passes: passes))
    }

    @Test("a full disk is a full disk while connecting, too")
    func fullDisk() {
        let failure = ConnectFailure(report: "x failed: FATAL:  53100: could not write init file")
        #expect(
            failure.error(hiding: Secrets())
                == .server(
                    ServerReport(.diskFull, "x failed: FATAL:  could not write init file")))
    }
}
