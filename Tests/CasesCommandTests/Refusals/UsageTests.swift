import TestSupport
import Testing

@Suite("A command that is no command", .serialized)
struct UsageTests {
    /// Words that cannot be carried out, and all that is said of them.
    private static let wrongs: [([String], String)] = [
        (
            ["frobnicate"],
            """
            Error: Unexpected argument 'frobnicate'
            Usage: cases <subcommand>
              See 'cases --help' for more information.

            """
        ),
        (
            ["completion"],
            """
            Error: Missing expected argument '<shell>'
            Help:  <shell>  The shell.
            Usage: cases completion <shell>
              See 'cases completion --help' for more information.

            """
        ),
        (
            ["db", "stp"],
            """
            Error: Unexpected argument 'stp'. Did you mean 'stop'?
            Usage: cases db <subcommand>
              See 'cases db --help' for more information.

            """
        ),
        (
            ["timelin"],
            """
            Error: Unexpected argument 'timelin'. Did you mean 'timeline'?
            Usage: cases <subcommand>
              See 'cases --help' for more information.

            """
        ),
        (
            ["types", "--jsn"],
            """
            Error: Unknown option '--jsn'. Did you mean '--json'?
            Usage: cases types [<type>] [--json]
              See 'cases types --help' for more information.

            """
        ),
    ]

    @Test("is refused with what was expected and where to read more, with exit code 64")
    func text() async throws {
        try await Desk.withFolder { folder in
            let program = Program(environment: [:], folder: folder)
            for (command, text) in UsageTests.wrongs {
                let told = try await program.run(command)
                #expect(told.errors == text)
                #expect(told.exitCode == 64)
                #expect(told.output.isEmpty)
                let object = try await program.run(command + ["--json"])
                #expect(try JSON(object.stderr)["error"]["code"] == "usage")
                #expect(object.exitCode == 64)
            }
        }
    }

    @Test(
        "is answered with the command that was probably meant, whatever stands behind it",
        arguments: [
            (["timelin", "acme", "--format", "csv"], "timeline"),
            (["help", "timelin"], "timeline"),
            (["shwo", "acme"], "show"), (["conf"], "conflicts"), (["db", "migrat"], "migrate"),
            (["timelin", "--help"], "timeline"), (["db", "help", "stop"], nil),
        ] as [([String], String?)])
    func nearest(_ words: [String], _ command: String?) async throws {
        try await Desk.withFolder { folder in
            let told = try await Program(environment: [:], folder: folder).run(words)
            let first = told.errors.split(separator: "\n").first ?? ""
            #expect(first.hasPrefix("Error: Unexpected argument "))
            #expect(first.hasSuffix(command.map { "Did you mean '\($0)'?" } ?? "'help'"))
            #expect(told.exitCode == 64)
            #expect(told.output.isEmpty)
        }
    }

    @Test("is refused where two options contradict, as the format asks that was asked for")
    func formats() async throws {
        try await Desk.withFolder { folder in
            let program = Program(environment: [:], folder: folder)
            let told = try await program.run(["list", "--json", "--format", "table"])
            #expect(
                try JSON(told.stderr) == [
                    "error": [
                        "code": "usage", "message": "--json and --format table contradict.",
                        "hint": "cases --help", "faults": [],
                    ]
                ])
            #expect(told.exitCode == 64)
            for words in [["--format", "json"], ["--format=json"]] {
                let told = try await program.run(["show"] + words)
                #expect(try JSON(told.stderr)["error"]["code"] == "usage")
            }
        }
    }

    @Test("is refused where a word of it is no text: none is mended silently")
    func bytes() async throws {
        try await Desk.use { desk in
            let told = try await desk.program.run(shell: #"cases open a --title $'caf\xe9'"#)
            #expect(
                told.errors == """
                    cases: argument 4 is not UTF-8 text
                           use a terminal that writes UTF-8

                    """)
            #expect(told.exitCode == 64)
            #expect(try await desk.head() == 0)
        }
    }

    @Test("is not an import of batches from a pipe, or of nothing")
    func batches() async throws {
        try await Desk.use { desk in
            let refusal = Refusal(
                exitCode: 64, code: "usage",
                text: """
                    cases: standard input cannot be recorded in batches
                           write it to a file first: it is read twice
                    """)
            try await refusal.check(["import", "-", "--batch", "3"], at: desk)
            for (words, message) in [(["--batch", "0"], "--batch takes a number from 1.")] {
                let told = try await desk.program.run(["import", "a.yaml"] + words)
                #expect(told.errors.hasPrefix("Error: \(message)\nUsage: cases import "))
                #expect(told.exitCode == 64)
            }
        }
    }
}
