import TestSupport
import Testing

@testable import CasesCommand

@Suite("Colour and weight", .serialized)
struct ColourTests {
    /// A text without SGR sequences.
    private func plainText(_ text: String) -> String {
        text.replacing(/\u{1b}\[[0-9;]*m/, with: "")
    }

    private func isColoured(_ text: String) -> Bool { text.unicodeScalars.contains("\u{1b}") }

    @Test("stand on a terminal, and what is said is the same without them")
    func same() async throws {
        try await Desk.withAcme { desk in
            var program = desk.program
            program.environment["TERM"] = "xterm-256color"
            for reading in [
                ["list"], ["show", "acme-seizure"], ["timeline"], ["chain", "acme-seizure"],
                ["conflicts"], ["sources"], ["--help"], ["help", "list"],
            ] {
                let told = try await program.run(
                    onTerminal: 80, reading + (reading[0].contains("help") ? [] : ["--no-pager"]))
                #expect(isColoured(told.output), "\(reading)")
                if reading[0].contains("help") { continue }
                #expect(plainText(told.output) == (try await desk.done(reading).output))
            }
            let show = try await program.run(
                onTerminal: 80, ["chain", "acme-seizure", "--no-pager"])
            #expect(show.output.contains("\u{1b}[1;31mUNANSWERED\u{1b}[0m"))
        }
    }

    @Test("are never in a file or a program's input unless --color always asks for them")
    func piped() async throws {
        try await Desk.withAcme { desk in
            var program = desk.program
            program.environment["TERM"] = "xterm-256color"
            #expect(!isColoured(try await program.run(["timeline"]).output))
            let always = try await program.run(["timeline", "--color", "always"]).output
            #expect(isColoured(always))
            for format in ["csv", "md", "json", "jsonl"] {
                let told = try await program.run(
                    ["timeline", "--color", "always", "--format", format])
                #expect(!isColoured(told.output))
            }
            program.environment["CLICOLOR_FORCE"] = "1"
            #expect(try await program.run(["timeline"]).output == always)
            let never = try await program.run(["timeline", "--color", "never"])
            #expect(!isColoured(never.output))
        }
    }

    @Test(
        "are wanted as the environment says: NO_COLOR first, then CLICOLOR_FORCE, TERM, CLICOLOR",
        arguments: [
            (["TERM": "xterm"], true, true), (["TERM": "xterm"], false, false),
            (["TERM": "dumb"], true, false), ([:], true, false),
            (["TERM": "xterm", "NO_COLOR": "0"], true, false),
            (["TERM": "xterm", "NO_COLOR": ""], true, true),
            (["CLICOLOR_FORCE": "1"], false, true),
            (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], true, false),
            (["TERM": "xterm", "CLICOLOR_FORCE": "0"], false, false),
            (["TERM": "xterm", "CLICOLOR": "0"], true, false),
        ])
    func wanted(_ environment: [String: String], isTerminal: Bool, isWanted: Bool) {
        #expect(Terminal.wantsColour(environment, isTerminal: isTerminal) == isWanted)
    }

    @Test("count as no column: a coloured table has the widths of a plain one")
    func widths() {
        var table = TextTable("A", "B", flexible: 1)
        table.add(marked: [[Paragraph("語", .alarm)], [Paragraph("word ", .faint)]])
        table.add("aa", "b")
        let lines = Terminal.$current.withValue(Terminal(width: 40, hasColour: true)) {
            table.lines
        }
        #expect(
            lines == [
                "\u{1b}[1mA\u{1b}[0m   \u{1b}[1mB\u{1b}[0m",
                "\u{1b}[1;31m語\u{1b}[0m  \u{1b}[2mword\u{1b}[0m", "aa  b",
            ])
    }
}
