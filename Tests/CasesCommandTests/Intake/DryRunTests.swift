import TestSupport
import Testing

@Suite("A dry run says what the real run says", .serialized)
struct DryRunTests {
    /// Runs a command with and without `--dry-run`: both must fail alike, and record nothing.
    private func checkAlike(
        _ command: [String], exitCode: Int32, at desk: Desk,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let head = try await desk.head()
        let tried = try await desk.program.run(command + ["--dry-run"])
        let told = try await desk.program.run(command)
        #expect(tried.exitCode == exitCode, sourceLocation: sourceLocation)
        #expect(told.exitCode == exitCode, sourceLocation: sourceLocation)
        // An id that nobody gave is another one each time, and told before it is sent.
        let errors = told.errors.split(separator: "\n").filter { !$0.hasPrefix("id ") }
        #expect(
            tried.errors.split(separator: "\n") == errors, sourceLocation: sourceLocation)
        #expect(try await desk.head() == head, sourceLocation: sourceLocation)
    }

    @Test("of what clashes with the record, whatever command records it")
    func clashes() async throws {
        try await Desk.withAcme { desk in
            let deed = AddEventTests.deed + ["--undated", "--no-source", "heard"]
            try await desk.done(deed + ["--key", "sued"])
            try await checkAlike(
                AddEventTests.deed + ["--undated", "--no-source", "told", "--key", "sued"],
                exitCode: 65, at: desk)
            try await checkAlike(["open", "acme-seizure", "--title", "X"], exitCode: 65, at: desk)
            try await checkAlike(
                ["add-actor", "acme", "--name", "X", "--type", "group"], exitCode: 65, at: desk)
            try await checkAlike(
                ["add-source", "gazette-2031-04-02", "--untitled", "--undated"], exitCode: 65,
                at: desk)
            let id = "0190f3a0-0000-7000-8000-000000000001"
            try await desk.done("close", "acme-seizure", "--outcome", "O", "--id", id)
            try await checkAlike(
                ["close", "acme-seizure", "--outcome", "P", "--id", id], exitCode: 65, at: desk)
            for command in [
                ["retract", "acme-seizure/sued", "--reason", "R", "--id", id],
                [
                    "correct", "acme-seizure/sued", "--set", "summary=S", "--reason", "typo",
                    "--no-source", "x", "--id", id,
                ],
                ["withdraw", "letter-2031-04-10", "--reason", "R", "--id", id],
            ] {
                try await checkAlike(command, exitCode: 65, at: desk)
            }
        }
    }

    @Test("of what expects another version")
    func versions() async throws {
        try await Desk.withAcme { desk in
            let other = ["--expect-version", "7"]
            try await checkAlike(
                AddEventTests.deed + ["--undated", "--no-source", "x", "--key", "k"] + other,
                exitCode: 3, at: desk)
            for command in [
                ["retract", "acme-seizure/warning", "--reason", "R"],
                [
                    "correct", "acme-seizure/warning", "--set", "summary=S", "--reason", "typo",
                    "--no-source", "x",
                ],
                ["withdraw", "letter-2031-04-10", "--reason", "R"],
            ] {
                try await checkAlike(command + other, exitCode: 3, at: desk)
            }
        }
    }

    @Test("of an import that clashes, with --batch too, and names both places")
    func imports() async throws {
        try await Desk.withAcme { desk in
            let changed = Acme.file.split(separator: "step in").joined(separator: "step out")
            try desk.write(changed, to: "changed.yaml")
            let refusal = Refusal(
                exitCode: 65, code: "id_conflict",
                text: """
                    cases: 1 fault in the input; nothing was recorded
                    changed.yaml:15:5: key: acme-seizure/warning is recorded with other content, \
                    at position 7
                        to record the difference as a correction: cases import changed.yaml \
                    --as-corrections --reason REASON; or give the new event another key
                    """)
            try await refusal.check(["import", "changed.yaml"], at: desk)
            try await refusal.check(["import", "changed.yaml", "--dry-run"], at: desk)
            try await refusal.check(
                ["import", "changed.yaml", "--dry-run", "--batch", "2"], at: desk)
            let batch = try await desk.run("import", "changed.yaml", "--batch", "2")
            #expect(batch.errors == refusal.text + "\n")
            #expect(batch.exitCode == 65)
        }
    }

    @Test("counts duplicates of the record, and of the same input")
    func duplicates() async throws {
        try await Desk.use { desk in
            try desk.write(Acme.file, to: "acme.yaml")
            let twice = "8 events could be recorded, 8 duplicates; nothing was recorded.\n"
            for words in [[], ["--batch", "3"]] {
                let told = try await desk.done(
                    ["import", "acme.yaml", "acme.yaml", "--dry-run"] + words)
                #expect(told.output == twice)
            }
            try await desk.done("import", "acme.yaml")
            let again = try await desk.done("import", "acme.yaml", "--dry-run")
            #expect(
                again.output == "0 events could be recorded, 8 duplicates; nothing was recorded.\n")
            let json = try await desk.json("import", "acme.yaml", "--dry-run")
            #expect(json["would_record"] == 0)
            #expect(json["duplicates"] == 8)
            let open = try await desk.done(
                "open", "acme-seizure", "--title", "The seizure of Acme Semiconductors",
                "--dry-run")
            #expect(open.lines.last == "It is recorded already; this would record nothing.")
        }
    }

    @Test("of corrections from a file that would leave an event unreadable")
    func corrections() async throws {
        try await Desk.withAcme { desk in
            let changed = Acme.file.split(separator: "key: warning\n    type: threat.made")
                .joined(separator: "key: warning\n    type: pledge.made")
            try desk.write(changed, to: "changed.yaml")
            let told = try await desk.run(
                "import", "changed.yaml", "--as-corrections", "--reason", "typo", "--dry-run")
            #expect(told.exitCode == 65)
        }
    }

    @Test("of a country that nothing is recorded with, unless it is recorded already")
    func countries() async throws {
        try await Desk.use { desk in
            let actor = ["add-actor", "a", "--name", "A", "--type", "state", "--country"]
            for code in ["UK", "ZZ", "QX"] {
                try await checkAlike(actor + [code], exitCode: 65, at: desk)
            }
            // As the program before this one recorded it.
            try await desk.sql(
                """
                SELECT * FROM WS.append(
                    '967c03d1-b758-5e15-addb-518140ac5224', 'actor/old', 'actor.registered',
                    '{"data":{"country":"UK","name":"Old","type":"state"},"key":"registered"}',
                    'tester');
                """)
            try await desk.done("show", "actor/old/registered")
            let again = try await desk.done(
                "add-actor", "old", "--name", "Old", "--type", "state", "--country", "UK")
            #expect(again.lines.last == "0 recorded, 1 duplicate; head 1")
            #expect(try await desk.json("verify")["ok"] == true)
        }
    }
}
