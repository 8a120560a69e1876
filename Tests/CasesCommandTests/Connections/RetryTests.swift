import Foundation
import Postgres
import TestSupport
import Testing

@Suite("A command that cannot connect just now", .serialized, .timeLimit(.minutes(10)))
struct RetryTests {
    /// Lends `body` an address whose role may have one session at a time.
    private func withNarrowRole(
        _ desk: Desk, _ body: (_ address: String) async throws -> Void
    ) async throws {
        let role = "narrow_" + String(UInt64.random(in: .min ... .max), radix: 36)
        try await desk.sql("CREATE ROLE \(role) LOGIN CONNECTION LIMIT 1 IN ROLE cases_writer")
        do {
            try await body(
                desk.database.address.replacing("user=postgres", with: "user=\(role)"))
        } catch {
            try await desk.sql("DROP ROLE \(role)")
            throw error
        }
        try await desk.sql("DROP ROLE \(role)")
    }

    @Test(
        "waits for a session to come free: to record as well as to read",
        arguments: [
            ["add-actor", "new", "--name", "New", "--type", "group"], ["show", "acme-seizure"],
        ])
    func full(command: [String]) async throws {
        try await Desk.withAcme { desk in
            try await withNarrowRole(desk) { address in
                let holder = try await Connection.open(ConnectionSettings(address))
                let running = try desk.program.start(command + ["--db", address])
                // It says why it waits, once; then the session is given free.
                while try !running.errorsSoFar().contains("; trying for ") {
                    try await Task.sleep(for: .milliseconds(20))
                }
                await holder.close()
                let told = try await running.outcome()
                #expect(told.exitCode == 0)
                #expect(told.errors.contains("too many connections for role"))
            }
        }
    }

    @Test("says in the end that a later attempt may succeed, in JSON as one object")
    func refused() async throws {
        try await Desk.withFolder { folder in
            let relay = try Relay(to: nil)
            relay.close()
            let program = Program(environment: ["CASES_DB": relay.address], folder: folder)
            let told = try await program.run(["list", "--json"])
            #expect(told.exitCode == 75)
            let error = try JSON(told.errors)["error"]
            #expect(error["code"] == "try_again")
            #expect(error["message"].string?.contains("Connection refused") == true)
        }
    }

    @Test("does not wait where nothing would change")
    func lasting() async throws {
        let database = try TestDatabase.current()
        try await Desk.withFolder { folder in
            for address in [
                database.address + "&dbname=nowhere", database.address + "&user=nobody_here",
                "host=nowhere.invalid",
            ] {
                let program = Program(environment: ["CASES_DB": address], folder: folder)
                let told = try await program.run(["open", "a", "--title", "A"])
                #expect(told.exitCode == 69, "\(address)")
                #expect(!told.errors.contains("trying for"))
            }
        }
    }

    @Test("repeats no password, wherever a connection string was put")
    func passwords() async throws {
        try await Desk.withFolder { folder in
            let program = Program(environment: [:], folder: folder)
            for arguments in [
                ["list", "--db", "postgresql://anna:sword@fish@nowhere.invalid/db"],
                ["list", "--db", "host=nowhere.invalid password=swordfish"],
                ["list", "postgresql://anna:swordfish@nowhere.invalid/db"],
                ["list", "postgresql://anna:sword/@fish@nowhere.invalid/db"],
                ["list", "host=nowhere.invalid password='sword fish'"],
                ["list", "--format", "postgres://anna:swordfish@nowhere.invalid/db"],
                ["show", "postgresql://anna@nowhere.invalid/db?password=swordfish"],
            ] {
                for form in [[], ["--json"]] {
                    let told = try await program.run(arguments + form)
                    #expect(told.exitCode != 0)
                    #expect(!told.errors.contains("fish"), "\(arguments)")
                }
            }
        }
    }

    @Test("or whose server falls silent, ends with 75; a limit that is no number is refused")
    func silent() async throws {
        try await Desk.withAcme { desk in
            let relay = try Relay(to: desk.database)
            defer { relay.close() }
            var hurried = desk
            hurried.program.environment["CASES_TIMEOUT"] = "1"
            try await desk.database.withConnection { holder in
                // The command waits for the lock, connected; then its answers are held back.
                try await holder.run(
                    script: "BEGIN; LOCK TABLE \"\(desk.workspace)\".event IN ACCESS EXCLUSIVE MODE"
                )
                let running = try hurried.program.start(
                    ["show", "acme-seizure", "--db", relay.address + "?connect_timeout=1"])
                try await holder.untilBlocking()
                relay.fallSilent()
                let told = try await running.outcome()
                #expect(told.exitCode == 75)
                #expect(told.errors.contains("PostgreSQL has not answered for 1 seconds"))
            }
            for text in ["soon", "-1", "1.5"] {
                hurried.program.environment["CASES_TIMEOUT"] = text
                #expect(try await hurried.run("list").exitCode == 64)
            }
        }
    }
}
