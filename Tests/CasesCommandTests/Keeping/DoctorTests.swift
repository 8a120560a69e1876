import TestSupport
import Testing

@Suite("doctor, db and completion", .serialized)
struct DoctorTests {
    @Test("A good workspace is found good, check by check")
    func good() async throws {
        try await Desk.withAcme { desk in
            let told = try await desk.done("doctor")
            let subjects = told.lines.map { $0.split(separator: ":")[0] }
            #expect(
                subjects == [
                    "ok PostgreSQL", "ok encoding", "ok fsync", "ok full_page_writes",
                    "ok synchronous_commit", "ok schema of workspace \(desk.workspace)",
                    "ok clock of the server", "ok times of the log", "ok events",
                    "ok head of the log", "ok log seen before",
                ])
            #expect(told.lines.suffix(2).first == "ok head of the log: position 8")
            let answer = try await desk.json("doctor")
            #expect(answer["schema"] == "cases.doctor/1")
            #expect(answer["ok"] == true)
            #expect(answer["checks"].elements.count == 11)
        }
    }

    @Test("A trigger that was disabled is named, with exit code 1 and what to do")
    func trigger() async throws {
        try await Desk.withAcme { desk in
            try await desk.sql("ALTER TABLE WS.event DISABLE TRIGGER event_refuses_delete")
            let told = try await desk.run("doctor", "--json")
            #expect(told.exitCode == 1)
            let answer = try JSON(told.stdout)
            #expect(answer["ok"] == false)
            let bad = answer["checks"].elements.filter { $0["ok"] == false }
            #expect(bad.count == 1)
            #expect(bad.first?["finding"].string?.contains("event_refuses_delete") == true)
            #expect(bad.first?["remedy"].string?.hasPrefix("cases db migrate") == true)
            let text = try await desk.run("doctor")
            #expect(text.exitCode == 1)
            #expect(text.output.contains("\nBAD schema of workspace \(desk.workspace): "))
        }
    }

    @Test("A missing end of the log is found by its head")
    func head() async throws {
        try await Desk.withAcme { desk in
            try await desk.sql(
                "ALTER TABLE WS.event DISABLE TRIGGER ALL; DELETE FROM WS.event WHERE position = 8")
            let told = try await desk.run("doctor", "--json")
            #expect(told.exitCode == 1)
            let checks = try JSON(told.stdout)["checks"].elements
            let head = checks.first { $0["check"] == "head of the log" }
            #expect(head?["ok"] == false)
            #expect(head?["remedy"] == "the last event stored is 7: cases verify")
        }
    }

    @Test("A migration says what it applied, and done again that nothing was to do")
    func migrate() async throws {
        try await Desk.use { desk in
            let again = try await desk.done("db", "migrate")
            #expect(again.output == "workspace \(desk.workspace): up to date\n")
            try await desk.database.withWorkspaceName { name in
                // Two at once make one workspace.
                async let first = desk.done("db", "migrate", "--workspace", name)
                async let second = desk.done("db", "migrate", "--workspace", name)
                let told = try await [first, second].flatMap(\.lines)
                let created = told.filter { $0 == "workspace \(name): migrations/005_event" }
                #expect(created.count == 1)
                #expect(
                    try await desk.done("doctor", "--workspace", name).exitCode == 0)
            }
        }
    }

    @Test("Completion scripts are there for three shells; bash takes its own, another is refused")
    func completion() async throws {
        try await Desk.withFolder { folder in
            let program = Program(environment: [:], folder: folder)
            for shell in ["bash", "zsh", "fish"] {
                let told = try await program.run(["completion", shell])
                #expect(told.exitCode == 0)
                for word in ["add-event", "retaliates-for", "timeline"] {
                    #expect(told.output.contains(word), "\(shell)")
                }
            }
            let checked = try await program.run(shell: "cases completion bash | bash -n")
            #expect(checked.exitCode == 0)
            #expect(checked.errors.isEmpty)
            let other = try await program.run(["completion", "tcsh"])
            #expect(other.exitCode == 64)
            #expect(other.errors.hasPrefix("Error: Completion is there for bash, zsh and fish.\n"))
        }
    }
}
