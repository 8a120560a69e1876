import ArgumentParser
import TestSupport
import Testing

@testable import CasesCommand

@Suite("The example that opens a help text", .serialized)
struct ExampleTests {
    /// Every command by its words.
    static let commands: [[String]] =
        [[]]
        + [
            "add-event", "add-actor", "add-source", "source", "open", "close", "correct", "retract",
            "withdraw",
            "import", "import-list", "list", "show", "timeline", "chain", "conflicts", "search",
            "why", "diff",
            "sources", "measures", "actors", "trace", "due", "answers",
            "types", "schema", "new", "export", "follow", "report", "publish", "serve", "verify",
            "rebuild",
            "projections",
            "doctor",
            "db", "token", "log", "erase", "completion",
        ].map { [$0] }
        + ["start", "stop", "status", "url", "migrate", "forget"].map { ["db", $0] }
        + ["add", "verify"].map { ["source", $0] }
        + ["new", "list", "revoke"].map { ["token", $0] }
        + ["head", "checkpoint", "prove", "consistency", "new-key", "sign", "cosign"].map {
            ["log", $0]
        }

    @Test("is one of that command and parses", arguments: commands)
    func parses(_ command: [String]) async throws {
        try await Desk.withFolder { folder in
            let program = Program(environment: [:], folder: folder)
            let help = try await program.run(command + ["--help"]).output
            #expect(help.hasPrefix("EXAMPLE: "))
            let example = help.dropFirst("EXAMPLE: ".count).split(separator: "\n\nOVERVIEW: ")[0]
            let words = try await words(of: String(example), program)
            #expect(Array(words.prefix(command.count)) == command)
            #expect(throws: Never.self) { try Cases.parseAsRoot(words) }
        }
    }

    /// The words that a shell hands to `cases`: whatever is done with its answer is left out.
    private func words(of example: String, _ program: Program) async throws -> [String] {
        let command = example.split(separator: " > ")[0]
        let line = """
            cases() { printf '%s\\n' "$@"; }
            psql() { printf '%s\\n' "$@"; }
            \(command)
            """
        return try await program.run(shell: line).lines
    }

    @Test("stands for every command that there is")
    func complete() {
        func paths(_ command: any ParsableCommand.Type, _ path: [String]) -> [[String]] {
            let configuration = command.configuration
            let below =
                configuration.subcommands + configuration.groupedSubcommands.flatMap(\.subcommands)
            return [path] + below.flatMap { paths($0, path + [$0._commandName]) }
        }
        #expect(Set(paths(Cases.self, [])) == Set(ExampleTests.commands))
    }
}
