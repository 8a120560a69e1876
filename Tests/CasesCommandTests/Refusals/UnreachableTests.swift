import Foundation
import TestSupport
import Testing

@Suite("Where the record cannot be reached", .serialized)
struct UnreachableTests {
    /// A program that is told an address where no server listens.
    private func astray(_ folder: URL, _ address: String) -> Program {
        Program(environment: ["CASES_DB": address, "CASES_BY": "tester"], folder: folder)
    }

    @Test("a stopped server is named, with what to check")
    func stopped() async throws {
        try await Desk.withFolder { folder in
            let socket = folder.appendingPathComponent("s").path
            let program = astray(folder, "postgresql:///x?host=\(socket)")
            let refusal = Refusal(
                exitCode: 69, code: "unreachable",
                text: """
                    cases: the database cannot be reached: connection to server on socket \
                    "\(socket)/.s.PGSQL.5432" failed: No such file or directory; Is the server \
                    running locally and accepting connections on that socket?
                           check --db, CASES_DB or PG*, and that the server runs; cases doctor
                    """)
            for command in [
                ["list"], ["show", "a"], ["timeline"], ["chain", "a"], ["verify"], ["doctor"],
                ["add-actor", "a", "--name", "A", "--type", "group"],
                ["open", "a", "--title", "A"], ["close", "a", "--outcome", "A"],
            ] {
                try await refusal.checkAnswers(command, of: program)
            }
        }
    }

    @Test(
        "an address that is none is the caller's fault, and is not quoted: it may hold a password")
    func address() async throws {
        try await Desk.withFolder { folder in
            let refusal = Refusal(
                exitCode: 64, code: "usage",
                text: """
                    cases: the connection string is neither KEYWORD=VALUE pairs nor a URI; \
                    write it as postgresql://USER@HOST/DATABASE
                           check --db and CASES_DB
                    """)
            try await refusal.checkAnswers(["list"], of: astray(folder, "anna:secret@example"))
        }
    }

    @Test("a workspace that was never made is named, with the command that makes it")
    func workspace() async throws {
        try await Desk.use { desk in
            try await desk.database.withWorkspaceName { name in
                let refusal = Refusal(
                    exitCode: 69, code: "unreachable",
                    text: """
                        cases: the workspace is not there, or not up to date \
                        (relation "\(name).event" does not exist)
                               cases db migrate
                        """)
                try await refusal.check(["list", "--workspace", name], at: desk)
            }
            let usage = Refusal(
                exitCode: 64, code: "usage",
                text: """
                    cases: there can be no workspace of that name
                           a small letter, then letters, digits or _, at most 31 in all; not pg_…
                    """)
            try await usage.check(["list", "--workspace", "pg_acme"], at: desk)
        }
    }

    @Test("a reader may read and not write; a writer may do both, and is recorded as what it is")
    func roles() async throws {
        try await Desk.withAcme { desk in
            let address = desk.database.address + "&options=-c%20role%3Dcases_"
            let command = ["add-actor", "new", "--name", "New", "--type", "group", "--db"]
            let refusal = Refusal(
                exitCode: 77, code: "not_permitted",
                text: """
                    cases: permission denied for function append_one
                           ask the owner for the role: cases_writer to record, cases_reader to read
                    """)
            try await refusal.check(command + [address + "reader"], at: desk)
            try await desk.done("timeline", "--db", address + "reader")
            try await desk.done(command + [address + "writer"])
            #expect(
                try await desk.text("recorded_by", ofEventAt: 9) == "postgres:cases_writer/tester")
        }
    }

    @Test("an input that cannot be read is named: missing, of no known kind, failing while read")
    func inputs() async throws {
        try await Desk.use { desk in
            try desk.write("", to: "notes.txt")
            // Reading this file fails for everybody, root too.
            for name in ["broken.yaml", "broken.jsonl"] {
                try FileManager.default.createSymbolicLink(
                    atPath: desk.path(of: name), withDestinationPath: "/proc/self/mem")
            }
            for (name, hint) in [
                ("missing", "name a file or folder that is there"),
                ("notes.txt", "it is empty, and its name does not say what it is"),
                ("broken.yaml", "reading it failed: check the file and its disk"),
                ("broken.jsonl", "reading it failed: check the file and its disk"),
            ] {
                let refusal = Refusal(
                    exitCode: 66, code: "unreadable",
                    text: "cases: \(name) cannot be read\n       \(hint)")
                try await refusal.check(["import", name], at: desk)
            }
        }
    }

    @Test("an answer that cannot be written is no success")
    func output() async throws {
        try await Desk.withAcme { desk in
            let told = try await desk.program.run(shell: "cases list > /dev/full")
            #expect(told.exitCode == 73)
            #expect(
                told.errors == """
                    cases: standard output cannot be written
                           what was recorded is recorded; make room, then ask again

                    """)
            // Who has read enough may go.
            let gone = try await desk.program.run(shell: "cases types | head -n 1")
            #expect(gone.output == "TYPE                  MEANING\n")
            #expect(gone.errors.isEmpty)
        }
    }
}
