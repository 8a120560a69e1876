import TestSupport
import Testing

@Suite("Input from pipes", .serialized)
struct InputFormTests {
    private static let dryRun = "8 events could be recorded; nothing was.\n"

    @Test("is read as what its first line says, or as --format says")
    func forms() async throws {
        try await Desk.use { desk in
            try desk.write(Acme.file, to: "acme.yaml")
            try desk.write(Acme.file, to: "acme.txt")
            for line in [
                "cases import --dry-run - < acme.yaml", "cases import --dry-run <(cat acme.yaml)",
                "cases import --dry-run --format yaml - < acme.yaml",
                "cases import --dry-run acme.txt",
                "cat acme.yaml | cases import --dry-run /dev/stdin",
                "mkfifo p.yaml; cat acme.yaml > p.yaml & cases import --dry-run p.yaml",
            ] {
                let told = try await desk.program.run(shell: line)
                #expect(told.output == InputFormTests.dryRun, "\(line): \(told.errors)")
                #expect(told.exitCode == 0)
            }
        }
    }

    @Test("that is taken for the wrong form is one fault that says which it is")
    func mistaken() async throws {
        try await Desk.withAcme { desk in
            let lines = Refusal(
                exitCode: 65, code: "bad_json",
                text: """
                    cases: 1 fault in the input; nothing was recorded
                    acme.yaml:1:1: this is not JSON Lines: no line is an object
                        a case file in YAML is imported with --format yaml, or named *.yaml
                    """)
            try await lines.check(["import", "acme.yaml", "--format", "jsonl"], at: desk)
            try desk.write(
                try await desk.done("export", "--format", "jsonl").output, to: "lines.yaml")
            let file = Refusal(
                exitCode: 65, code: "bad_event",
                text: """
                    cases: 1 fault in the input; nothing was recorded
                    lines.yaml:1:1: these are JSON Lines, and a case file in YAML is expected
                        import it with --format jsonl, or name it *.jsonl
                    """)
            try await file.check(["import", "lines.yaml"], at: desk)
        }
    }

    @Test("cannot be recorded in batches, whatever the pipe is called")
    func batches() async throws {
        try await Desk.use { desk in
            let told = try await desk.program.run(
                shell: "mkfifo p.yaml; cases import p.yaml --batch 3")
            #expect(told.exitCode == 64)
            #expect(told.errors.hasPrefix("cases: p.yaml cannot be recorded in batches\n"))
        }
    }

    @Test("A folder in which no case file is found is an error")
    func empty() async throws {
        try await Desk.use { desk in
            try desk.write("x", to: "notes/a.txt")
            let refusal = Refusal(
                exitCode: 66, code: "unreadable",
                text: """
                    cases: notes holds no case file
                           of a folder *.yaml, *.yml and *.jsonl are read, but no hidden files
                    """)
            try await refusal.check(["import", "notes"], at: desk)
        }
    }

    @Test("Sixty thousand unknown names in one line are that many faults, each at its place")
    func manyNames() async throws {
        try await Desk.withAcme { desk in
            let names = (0..<60_000).map { "\"n\($0)\":1" }.joined(separator: ",")
            try desk.write(
                #"{"stream":"case/acme-seizure","type":"note.added","key":"k","data":{"#
                    + names + "}}\n",
                to: "many.jsonl")
            let told = try await desk.run("import", "many.jsonl")
            #expect(told.exitCode == 65)
            let places = told.errors.split(separator: "\n").filter { $0.contains("unknown field") }
            #expect(places.count == 60_000)
            // In order of their names n0, n1, n10: the data begin in column 68.
            #expect(places.contains { $0.hasPrefix("many.jsonl:1:74: data.n0: unknown field") })
        }
    }
}
