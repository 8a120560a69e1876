import Foundation
import TestSupport
import Testing

@Suite(
    "Behind PgBouncer in transaction mode", .serialized, .timeLimit(.minutes(10)),
    .enabled(if: Pooler.isInstalled, "PgBouncer is not installed"))
struct PoolerTests {
    @Test("commands record, read, correct, rebuild and check")
    func works() async throws {
        try await Desk.withAcme { desk in
            try await Pooler.use(before: desk.database) { address in
                var pooled = desk
                pooled.program.environment["CASES_DB"] = address
                // Sessions of the server are taken in turn: each meets what others left there.
                for number in 1...4 {
                    try await pooled.done(
                        "add-event", "acme-seizure", "note.added", "--key", "n\(number)",
                        "--set", "text=x")
                }
                let lines = (1...400).map {
                    #"{"stream":"case/acme-seizure","type":"note.added","key":"m\#($0)","#
                        + #""data":{"text":"x"}}"#
                }
                try desk.write(lines.joined(separator: "\n") + "\n", to: "many.jsonl")
                for command in [
                    ["import", "many.jsonl", "--batch", "20"], ["rebuild"], ["rebuild", "--check"],
                    ["retract", "acme-seizure/n1", "--reason", "x"], ["verify"], ["doctor"],
                    ["timeline"], ["export", "--format", "jsonl"], ["search", "control"],
                    ["db", "migrate"],
                ] {
                    let told = try await pooled.program.run(command)
                    #expect(told.exitCode == 0, "\(command): \(told.errors)")
                }
            }
        }
    }
}

/// PgBouncer before the test server, two sessions of the server for all clients.
private enum Pooler {
    static let executable = ["/usr/sbin/pgbouncer", "/usr/bin/pgbouncer"]
        .first(where: FileManager.default.isExecutableFile)

    static var isInstalled: Bool { executable != nil }

    static func use(
        before database: TestDatabase, _ body: (String) async throws -> Void
    ) async throws {
        try await Desk.withFolder { folder in
            let items = URLComponents(string: database.address)?.queryItems ?? []
            let host = try #require(items.first { $0.name == "host" }?.value)
            let relay = try Relay(to: nil)
            relay.close()
            let settings = """
                [databases]
                postgres = host=\(host) port=5432 dbname=postgres user=postgres
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = \(relay.port)
                unix_socket_dir =
                auth_type = any
                pool_mode = transaction
                default_pool_size = 2
                logfile = \(folder.path)/log
                pidfile = \(folder.path)/pid
                """
            try Data(settings.utf8).write(to: folder.appendingPathComponent("settings.ini"))
            let program = Program(environment: [:], folder: folder)
            let account = geteuid() == 0 ? "/usr/sbin/runuser -u postgres -- " : ""
            let start =
                (geteuid() == 0 ? "chown -R postgres . && chmod 755 . && " : "")
                + "\(account)\(executable ?? "") -q -d settings.ini"
            try #require(try await program.run(shell: start).exitCode == 0)
            let file = folder.appendingPathComponent("pid")
            var id: Int32?
            while id == nil {
                let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
                id = Int32(text.trimmingCharacters(in: .whitespacesAndNewlines))
                try await Task.sleep(for: .milliseconds(10))
            }
            defer { if let id { kill(id, SIGKILL) } }
            try await body("postgresql://postgres@127.0.0.1:\(relay.port)/postgres")
        }
    }
}
