import TestSupport
import Testing

@Suite("A pager", .serialized)
struct PagerTests {
    private static let answer = "CASE "

    /// Lends `body` a desk with a small case and a terminal on which `name` is a pager that does
    /// what `script` says.
    private func withPager(
        _ name: String, _ script: String, _ body: (Desk) async throws -> Void
    ) async throws {
        try await Desk.withAcme { desk in
            var desk = desk
            try desk.write(script, to: name)
            try await desk.program.run(shell: "chmod +x \(name)").expectSuccess()
            desk.program.environment["TERM"] = "dumb"
            desk.program.environment["CASES_PAGER"] = desk.path(of: name)
            try await body(desk)
        }
    }

    @Test("shows what the command answers, and nothing is written beside it")
    func shows() async throws {
        try await withPager("pager", "#!/bin/sh\necho paged; cat\n") { desk in
            let told = try await desk.program.run(onTerminal: 80, ["list"])
            #expect(told.lines.first == "paged")
            #expect(Array(told.lines.dropFirst()) == (try await desk.done("list").lines))
            #expect(told.errors.isEmpty)
            #expect(told.exitCode == 0)
        }
    }

    @Test("is left alone where the answer goes to a file, to a program, or without paging")
    func unpaged() async throws {
        try await withPager("pager", "#!/bin/sh\necho paged\n") { desk in
            let piped = try await desk.done("list").output
            #expect(piped.hasPrefix(PagerTests.answer))
            for words in [["--no-pager"], ["--format", "csv"], ["--json"]] {
                let told = try await desk.program.run(onTerminal: 80, ["list"] + words)
                #expect(!told.output.contains("paged"))
                #expect(!told.output.isEmpty)
            }
        }
    }

    @Test(
        "that was named and does not run loses nothing: the answer comes with a remark",
        arguments: [
            "/nonexistent/pager", "no-such-program --fast", "/tmp", "exit 126", "exit 127", "false",
            "echo broken >&2; exit 2",
        ])
    func broken(_ pager: String) async throws {
        try await withPager("unused", "") { desk in
            var program = desk.program
            program.environment["CASES_PAGER"] = pager
            let told = try await program.run(onTerminal: 80, ["list"])
            #expect(told.output == (try await desk.done("list").output))
            #expect(told.errors.contains("the pager \"\(pager)\" did not show the answer"))
            #expect(told.exitCode == 0)
        }
    }

    @Test("that fails after it has read says so, and the answer is not written twice")
    func failing() async throws {
        try await withPager("pager", "#!/bin/sh\nread line; echo \"$line\"; exit 3\n") { desk in
            let told = try await desk.program.run(onTerminal: 80, ["list"])
            #expect(told.lines.count == 1)
            #expect(told.errors.contains("the pager ended with exit code 3"))
            #expect(told.exitCode == 0)
        }
    }

    @Test("that is not installed is not missed: the answer comes without a word")
    func missing() async throws {
        try await withPager("unused", "") { desk in
            var program = desk.program
            program.environment["CASES_PAGER"] = nil
            program.environment["PATH"] = desk.path(of: "nothing")
            let told = try await program.run(onTerminal: 80, ["list"])
            #expect(told.output == (try await desk.done("list").output))
            #expect(told.errors.isEmpty)
            #expect(told.exitCode == 0)
        }
    }

    @Test("that ends early, or shows a part, is obeyed without noise, however long the answer is")
    func early() async throws {
        try await withPager("pager", "#!/bin/sh\nread line; echo \"$line\"\n") { desk in
            let events = (0..<2000).map {
                #"{"stream":"case/acme-seizure","type":"note.added","key":"note-\#($0)","#
                    + #""data":{"text":"\#(String(repeating: "word ", count: 20))"}}"#
            }
            try desk.write(events.joined(separator: "\n") + "\n", to: "notes.jsonl")
            try await desk.done("import", "notes.jsonl")
            let told = try await desk.program.run(
                onTerminal: 80, ["search", "word", "--limit", "2000"])
            #expect(told.lines.count == 1)
            #expect(told.errors.isEmpty)
            #expect(told.exitCode == 0)
            #expect(!told.wasKilled)
        }
    }

    @Test("takes PAGER where CASES_PAGER is empty, and does not change the exit code")
    func variables() async throws {
        try await withPager("pager", "#!/bin/sh\necho paged; exit 0\n") { desk in
            var program = desk.program
            program.environment["PAGER"] = program.environment["CASES_PAGER"]
            program.environment["CASES_PAGER"] = ""
            #expect(try await program.run(onTerminal: 80, ["list"]).lines == ["paged"])
            let none = try await program.run(onTerminal: 80, ["show", "nothing"])
            #expect(none.exitCode == 4)
        }
    }
}

extension Outcome {
    fileprivate func expectSuccess() throws { #expect(exitCode == 0) }
}
